// Package carfields keeps codes in fields of other names, from the moment a
// report comes in until somebody asks.
package carfields

import (
	"net/http"
	"strconv"
	"sync"
)

type record struct {
	why     int
	text    string
	reports int
	seen    map[string]string
}

// Book remembers reports.
type Book struct {
	mu      sync.Mutex
	records map[string]record
	last    string
	count   string
}

// ServeHTTP takes a report.
func (b *Book) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("reasonCode"))
	if err != nil {
		http.Error(w, "no reason", 400)
		return
	}
	id := r.FormValue("messageId")
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.records == nil {
		b.records = make(map[string]record)
	}
	rec := b.records[id]
	rec.why = n
	rec.text = r.FormValue("reasonCode")
	rec.reports++
	b.records[id] = rec
	b.last, b.count = r.FormValue("reasonCode"), r.FormValue("count")
}

// Delivered says whether a message arrived, as far as is known.
func (b *Book) Delivered(id string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	rec, ok := b.records[id]
	return ok && rec.why == 0 && rec.reports != 0 // want "magiccode: .*NotApplicable"
}

// Barred lists the messages whose recipients cannot be reached.
func (b *Book) Barred() (ids []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for id, rec := range b.records {
		if rec.text == "6" || rec.seen[id] == "6" { // want "magiccode: .*SubscriberBarred"
			ids = append(ids, id)
		}
	}
	return ids
}

// Calm says whether the last report was good news.
func (b *Book) Calm() bool {
	return b.count != "0" && b.last == "0" // want "magiccode: .*NotApplicable"
}
