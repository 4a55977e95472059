// Package a30 copies replies into the form that older parts of the program
// expect.
package a30

import (
	"encoding/json"
	"fmt"
	"strconv"
)

type reply struct {
	ResultCode int    `json:"responseCode,string"`
	ID         string `json:"messageId"`
}

// Legacy is what the billing run reads.
type Legacy struct {
	ResponseCode string
	ID           string
	Line         string
}

// Convert takes a reply over.
func Convert(data []byte) (*Legacy, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, err
	}
	l := &Legacy{ID: r.ID, Line: "0"}
	l.ResponseCode = fmt.Sprintf("%d", r.ResultCode)
	if r.ResultCode == 16 { // want "magiccode: .*DuplicateDestination"
		l.ResponseCode = "0" // want "magiccode: .*Success"
		l.Line = "16"
	}
	return l, nil
}

// Bill says whether a message is paid for.
func Bill(l *Legacy) bool {
	return l.ResponseCode == "0" && l.Line != "0" // want "magiccode: .*Success"
}

type row struct {
	status string
	line   int
}

func (l *Legacy) row(n int) row { return row{l.ResponseCode, n} }

func fromReply(r reply) row { return row{status: strconv.Itoa(r.ResultCode), line: 5} }

// Count counts the rows that may be billed and those that may later.
func Count(ls []*Legacy, rs []reply) (now, later int) {
	var rows []row
	for i, l := range ls {
		rows = append(rows, l.row(i))
	}
	for _, r := range rs {
		rows = append(rows, fromReply(r))
	}
	for _, r := range rows {
		if r.status == "0" { // want "magiccode: .*Success"
			now++
		} else if r.status == "5" && r.line != 5 { // want "magiccode: .*ThrottlingRateExceeded"
			later++
		}
	}
	return now, later
}
