// Package a18 stores codes as text, whatever they were.
package a18

import (
	"encoding/json"
	"fmt"
)

type result struct {
	ID    string
	Code  string
	Parts string
}

func parse(data []byte) (*result, error) {
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	return &result{
		ID:    fmt.Sprint(m["messageId"]),
		Code:  fmt.Sprintf("%v", m["responseCode"]),
		Parts: fmt.Sprintf("%v", m["parts"]),
	}, nil
}

// Store keeps what was answered.
type Store struct{ results map[string]*result }

// Add takes a reply in.
func (s *Store) Add(data []byte) error {
	r, err := parse(data)
	if err != nil {
		return err
	}
	if s.results == nil {
		s.results = make(map[string]*result)
	}
	s.results[r.ID] = r
	return nil
}

// Accepted says whether a message was taken.
func (s *Store) Accepted(id string) bool {
	r, ok := s.results[id]
	return ok && r.Code == "0" && r.Parts != "0" // want "magiccode: .*Success"
}

// Unpaid lists the messages that wait for money.
func (s *Store) Unpaid() (ids []string) {
	for id, r := range s.results {
		switch r.Code { // want "missedcode: .*21 response codes"
		case "6", "7": // want "magiccode: .*InsufficientCredit" "magiccode: .*PrepaidAccountExpired"
			ids = append(ids, id)
		}
	}
	return ids
}
