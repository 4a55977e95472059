package api

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"log"
	"os"
	"slices"
	"strconv"
	"time"
)

// transport stands for an answer that didn't come.
const transport = "transport"

// A script says what the API answers, one after the other, and the last for ever.
type script struct {
	answers []string
	numbers bool // as JSON numbers
}

// A Function of the program, and what it has to be driven with.
type Function struct {
	ID         int
	Codes      []string // to answer
	Busy       string   // one that passes by itself
	Numbers    bool     // codes travel as numbers
	Bools      int      // how many booleans it takes
	Later      bool     // it goes on after it has returned
	Run        func(ctx context.Context, c *Client, in []bool)
	Predicates []func(code string) bool
}

// Result is what the program prints for each function, as a line of JSON.
type Result struct {
	ID    int
	Runs  int
	Sent  int  // requests in all
	Stuck bool // it did not end
	Codes map[string]Seen
}

// Seen is what was seen of one code.
type Seen struct {
	Alone   []string // paths of requests that were sent again though nothing else went wrong
	Again   []string // or whatever went wrong
	Actions []string // what was done before it was sent again
	Done    []string // what was done after the code had come
	Says    bool     // a predicate says yes to it
	Sent    int      // requests, in all runs with it
}

// Main drives the functions and prints the results.
func Main(functions []Function) {
	log.SetOutput(io.Discard)
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	for _, f := range functions {
		if err := enc.Encode(f.drive()); err != nil {
			panic(err)
		}
	}
	if err := out.Flush(); err != nil {
		panic(err)
	}
}

func (f Function) drive() Result {
	r := Result{ID: f.ID, Codes: make(map[string]Seen)}
	for _, code := range f.Codes {
		var s Seen
		for i, answers := range [][]string{{code}, {transport, code}, {f.Busy, code}, {f.Busy, f.Busy, transport, code}, {code, f.Busy}} {
			for n := range 1 << f.Bools {
				in := make([]bool, f.Bools)
				for b := range in {
					in[b] = n&(1<<b) != 0
				}
				events, ok := f.run(script{answers, f.Numbers}, in)
				if !ok {
					return Result{ID: f.ID, Stuck: true}
				}
				r.Runs++
				r.Sent += len(events)
				s.note(code, i == 0, events)
				for _, e := range events {
					if e.request != "" {
						s.Sent++
					}
				}
			}
		}
		for _, says := range f.Predicates {
			s.Says = s.Says || says(code)
		}
		r.Codes[code] = s
	}
	return r
}

// longest is how long a run may take.
const longest = 2 * time.Second

func (f Function) run(s script, in []bool) (events []event, ok bool) {
	x := &exchange{script: s, out: make(chan struct{})}
	c := &Client{URL: "https://api.geniq.io/rest/v1", Token: "t", Unit: time.Nanosecond, x: x}
	done := make(chan struct{})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		defer close(done)
		f.Run(ctx, c, in)
	}()
	select {
	case <-done:
	case <-x.out:
	case <-time.After(longest):
		return nil, false
	}
	if f.Later {
		x.settle()
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.stopped = true
	return x.events, true
}

// settle waits until no more requests come, on a busy machine, too.
func (x *exchange) settle() {
	before := -1
	for quiet := 0; quiet < 4; quiet++ {
		x.mu.Lock()
		now := x.sent
		x.mu.Unlock()
		if now != before {
			before, quiet = now, 0
		}
		time.Sleep(300 * time.Microsecond)
	}
}

// note adds what one run has shown of a code.
func (s *Seen) note(code string, alone bool, events []event) {
	add := func(to *[]string, what string) {
		if !slices.Contains(*to, what) {
			*to = append(*to, what)
		}
	}
	for i, e := range events {
		if e.request == "" || e.code != code {
			continue
		}
		var actions []string
		for _, later := range events[i+1:] {
			if later.request == "" {
				actions = append(actions, later.action)
				add(&s.Done, later.action)
				continue
			}
			if later.request == e.request {
				add(&s.Again, e.path)
				if alone {
					add(&s.Alone, e.path)
				}
				for _, a := range actions {
					add(&s.Actions, a)
				}
				break
			}
			if later.code == code {
				break
			}
		}
	}
}

// Answering returns a client of an API that gives one answer.
func Answering(code string, numbers bool) *Client {
	return &Client{URL: "https://api.geniq.io/rest/v1", Token: "t", Unit: time.Nanosecond,
		x: &exchange{script: script{[]string{code}, numbers}, out: make(chan struct{})}}
}

// Number returns a code as a number.
func Number(code string) int {
	n, err := strconv.Atoi(code)
	if err != nil {
		panic(err)
	}
	return n
}
