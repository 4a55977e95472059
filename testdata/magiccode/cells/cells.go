// Package cells keeps codes where they may be absent, or shared.
package cells

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"strconv"
	"sync/atomic"
)

const api = "https://api.geniq.io/rest/v1"

type reply struct {
	ResponseCode string `json:"responseCode"`
	Parts        int    `json:"parts"`
}

// Outcome is a row.
type Outcome struct {
	ID         string
	ReasonCode sql.NullInt32
	Tries      sql.NullInt32
}

// Monitor remembers what came last.
type Monitor struct {
	lastCode atomic.Int32
	calls    atomic.Int32
	most     atomic.Int64
}

// Observe notes a reply.
func (m *Monitor) Observe(resp *http.Response) error {
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		m.lastCode.Store(99) // want `99 is the response code SystemError .*write int32\(codes`
		return err
	}
	n, err := strconv.Atoi(r.ResponseCode)
	if err != nil {
		return err
	}
	m.calls.Add(1)
	m.most.Store(max(m.most.Load(), int64(r.Parts)))
	if code := m.lastCode.Swap(int32(n)); code == 5 { // want `5 is the response code ThrottlingRateExceeded`
		m.calls.Store(5)
	}
	return nil
}

// Healthy asks what came last.
func (m *Monitor) Healthy() bool {
	return m.lastCode.Load() == 0 && // want `0 is the response code Success`
		m.calls.Load() != 0 && m.most.Load() < 5
}

// Peaks remembers numbers of any kind.
type Peaks struct{ last atomic.Int32 }

// Note is called with codes, and with what is none.
func (p *Peaks) Note(r reply) bool {
	if n, err := strconv.Atoi(r.ResponseCode); err == nil {
		p.last.Store(int32(n))
	} else {
		p.last.Store(1000)
	}
	return p.last.Load() == 5
}

// Save keeps a reply.
func Save(ctx context.Context, db *sql.DB, r reply) error {
	code := sql.NullString{String: r.ResponseCode, Valid: r.ResponseCode != ""}
	parts := sql.NullInt64{Int64: int64(r.Parts), Valid: r.Parts > 0}
	if code.Valid && code.String == "6" || parts.Int64 == 6 { // want `"6" is the response code InsufficientCredit`
		return nil
	}
	number := sql.Null[int]{}
	if n, err := strconv.Atoi(r.ResponseCode); err == nil {
		number.V, number.Valid = n, true
	}
	if number.V == 88 { // want `88 is the response code GeneralFailure`
		return nil
	}
	_, err := db.ExecContext(ctx, "insert into replies values (?, ?, ?)", code, parts, number)
	return err
}

// Pending lists what is to be sent again.
func Pending(ctx context.Context, db *sql.DB) (all []Outcome, err error) {
	rows, err := db.QueryContext(ctx, "select id, reason, tries from outcomes")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var o Outcome
		if err := rows.Scan(&o.ID, &o.ReasonCode, &o.Tries); err != nil {
			return nil, err
		}
		if o.Tries.Valid && o.Tries.Int32 > 5 {
			continue
		}
		if !o.ReasonCode.Valid || o.ReasonCode.Int32 == 8 || o.ReasonCode.Int32 == 11 { // want `8 is the reason code SubscriberAbsent` `11 is the reason code SMSCRoaming`
			all = append(all, o)
		}
	}
	return all, rows.Err()
}

// Mark makes rows.
func Mark(id string) []Outcome {
	return []Outcome{
		{ID: id, ReasonCode: sql.NullInt32{Int32: 13, Valid: true}}, // want `13 is the reason code HandsetMemoryExceeded`
		{ID: id, Tries: sql.NullInt32{Int32: 13, Valid: true}},
		{ID: id, ReasonCode: sql.NullInt32{}},
	}
}
