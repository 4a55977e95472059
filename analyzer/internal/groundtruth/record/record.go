// Package record is linked into the generated programs: it drives their
// functions with every code and records which codes reach which probe.
package record

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"sync/atomic"
)

// A Function of the program, and what it has to be driven with.
type Function struct {
	ID     int
	Domain string
	Codes  []string // for each code that it takes, the form it comes in: number, text or dynamic
	Bools  int      // how many booleans it takes
	Counts int      // how many small numbers it takes
	Run    func(*Input)
}

// Result is what the program prints for each function, as a line of JSON.
type Result struct {
	ID         int
	Exhaustive bool           // all combinations of inputs were run
	Runs       int            //
	Seen       map[int]uint64 // probe → set: bit i is the domain's ith code, bit 63 an undocumented one
}

// Undocumented is the bit of a set that stands for all undocumented codes.
const Undocumented = 63

// maxRuns is how often one function is run; more combinations are sampled.
const maxRuns = 1500

// An Input is what one run of a function is driven with.
type Input struct {
	codes []any // per slot: an int, a string, or what a dynamic value holds
	bools []bool
	ints  []int
	next  int
}

// Int returns the ith code, of the form number.
func (in *Input) Int(i int) int { n, _ := in.codes[i].(int); return n }

// Text returns the ith code, of the form text.
func (in *Input) Text(i int) string { s, _ := in.codes[i].(string); return s }

// Any returns the ith code, of the form dynamic.
func (in *Input) Any(i int) any { return in.codes[i] }

// Map returns a decoded JSON object that holds the ith code under key, or
// nothing if the code is nil.
func (in *Input) Map(key string, i int) map[string]any {
	m := map[string]any{"status": "accepted"}
	if in.codes[i] != nil {
		m[key] = in.codes[i]
	}
	return m
}

// Bool returns the ith boolean.
func (in *Input) Bool(i int) bool { return in.bools[i] }

// Count returns the ith small number.
func (in *Input) Count(i int) int { return in.ints[i] }

// Next returns the slots 1, 2, … one after the other, and the last one again.
func (in *Input) Next() int {
	if in.next+1 < len(in.codes) {
		in.next++
	}
	return in.next
}

var (
	index   map[string]int // the current domain's codes, by text
	seen    []uint64       // per probe
	fuel    atomic.Int64
	stopped atomic.Bool
)

// Code records that a code was seen at a probe.
func Code(probe int, code any) {
	if stopped.Load() {
		return
	}
	bit := Undocumented
	if i, ok := index[text(code)]; ok {
		bit = i
	}
	atomic.OrUint64(&seen[probe], 1<<bit)
}

func text(code any) string {
	switch c := code.(type) {
	case int:
		return strconv.Itoa(c)
	case string:
		return c
	case float64:
		return strconv.FormatFloat(c, 'f', -1, 64)
	case nil:
		return "absent"
	}
	switch v := reflect.ValueOf(code); v.Kind() {
	case reflect.Int, reflect.Int64, reflect.Int32:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.String:
		return v.String()
	default:
		panic(fmt.Sprintf("a probe was given a %T", code))
	}
}

// Step ends the run if it has gone round often enough. What deferred functions
// see after that is not recorded.
func Step() {
	if fuel.Add(-1) < 0 {
		stopped.Store(true)
		runtime.Goexit()
	}
}

// Main drives the functions and prints the results. The domains' codes are given
// by their texts; probes is the number of probes.
func Main(domains map[string][]string, undocumented []int, probes int, functions []Function) {
	seen = make([]uint64, probes)
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	for _, f := range functions {
		index = make(map[string]int)
		for i, text := range domains[f.Domain] {
			index[text] = i
		}
		clear(seen)
		r := Result{ID: f.ID, Seen: make(map[int]uint64)}
		inputs := combine(f, domains[f.Domain], undocumented)
		r.Exhaustive, r.Runs = inputs.exhaustive, len(inputs.all)
		drive(f, inputs.all)
		for probe, set := range seen {
			if set != 0 {
				r.Seen[probe] = set
			}
		}
		if err := enc.Encode(r); err != nil {
			panic(err)
		}
	}
	if err := out.Flush(); err != nil {
		panic(err)
	}
}

type inputs struct {
	all        []*Input
	exhaustive bool
}

// combine lists the inputs of a function: every combination, or every first
// code with a seeded sample of the rest.
func combine(f Function, documented []string, undocumented []int) inputs {
	var slots [][]any
	for _, form := range f.Codes {
		slots = append(slots, values(form, documented, undocumented))
	}
	first := len(f.Codes)
	for range f.Bools {
		slots = append(slots, []any{false, true})
	}
	for range f.Counts {
		slots = append(slots, []any{0, 1, 2, 3})
	}
	total := 1
	for _, s := range slots {
		total *= len(s)
	}
	input := func(pick func(slot int) int) *Input {
		in := new(Input)
		for i, s := range slots {
			v := s[pick(i)]
			switch {
			case i < first:
				in.codes = append(in.codes, v)
			case i < first+f.Bools:
				in.bools = append(in.bools, v.(bool))
			default:
				in.ints = append(in.ints, v.(int))
			}
		}
		return in
	}
	if total <= maxRuns {
		r := inputs{exhaustive: true}
		for n := range total {
			rest := n
			r.all = append(r.all, input(func(slot int) int {
				i := rest % len(slots[slot])
				rest /= len(slots[slot])
				return i
			}))
		}
		return r
	}
	random := rand.New(rand.NewPCG(uint64(f.ID), 1))
	var r inputs
	for n := range maxRuns {
		r.all = append(r.all, input(func(slot int) int {
			if slot == 0 {
				return n % len(slots[0])
			}
			return random.IntN(len(slots[slot]))
		}))
	}
	return r
}

// values returns everything that a code of that form is driven with.
func values(form string, documented []string, undocumented []int) []any {
	var numbers []int
	for _, s := range documented {
		n, err := strconv.Atoi(s)
		if err != nil {
			panic(err)
		}
		numbers = append(numbers, n)
	}
	numbers = append(numbers, undocumented...)
	var all []any
	for _, n := range numbers {
		switch form {
		case "number":
			all = append(all, n)
		case "text", "digits":
			all = append(all, strconv.Itoa(n))
		case "dynamic":
			all = append(all, strconv.Itoa(n), float64(n))
		}
	}
	switch form {
	case "text":
		all = append(all, "", "abc")
	case "dynamic":
		all = append(all, nil, "")
	}
	return all
}

// drive runs f with every input. A run that panics, or is ended by Step, has
// still been seen as far as it went.
func drive(f Function, all []*Input) {
	for len(all) > 0 {
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			for len(all) > 0 {
				in := all[0]
				all = all[1:]
				run(f, in)
			}
		}()
		<-ended
	}
}

func run(f Function, in *Input) {
	in.next = 0
	fuel.Store(40)
	stopped.Store(false)
	defer func() {
		if r := recover(); r != nil && os.Getenv("GROUNDTRUTH_PANICS") != "" {
			fmt.Fprintf(os.Stderr, "function %d: %v\n", f.ID, r)
		}
	}()
	f.Run(in)
}
