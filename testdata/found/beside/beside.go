// Package beside has all kinds of numbers beside codes: in logs, records and
// calls.
package beside

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type reply struct {
	Code int `json:"responseCode"`
}

type metric struct {
	name  string
	value int
}

func answer(w http.ResponseWriter, r reply) {
	if r.Code != 0 { // want "magiccode: .*Success"
		_ = json.NewEncoder(w).Encode(map[string]any{"code": r.Code, "retries": 5, "page": 1})
	}
	text := map[string]string{"code": fmt.Sprint(r.Code), "page": "5", "version": "1"}
	if text["page"] == "5" {
		logf("code %d after %d tries", r.Code, 5)
	}
}

func logf(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }

func metrics(r reply) []metric {
	observe("code", r.Code)
	observe("attempts", 5)
	return []metric{{"code", r.Code}, {"retries", 5}}
}

func observe(name string, v int) { fmt.Println(name, v) }

func sum(numbers ...int) (n int) {
	for _, number := range numbers {
		if number == 5 {
			n++
		}
	}
	return n
}

func total(r reply) int { return sum(r.Code, 5, 10) }

func send(ch chan any, r reply) {
	ch <- r.Code
	ch <- 5
	list := append([]any{r.Code}, 5, 10)
	fmt.Println(list...)
}

func exit(code int) { os.Exit(code) }

func finish(r reply) {
	if r.Code != 0 { // want "magiccode: .*Success"
		exit(r.Code)
	}
	exit(1)
}
