// Package parse reads codes from text, come what may.
package parse

import (
	"encoding/json"
	"log"
	"log/slog"
	"net/http"
	"regexp"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code   string      `json:"responseCode"`
	Number json.Number `json:"reasonCode"`
}

func ok(r reply) bool {
	n, _ := strconv.Atoi(r.Code) // want `the error of strconv.Atoi is dropped: text that is no number becomes 0, which is Success`
	return n == int(codes.ResponseSuccess)
}

func outcome(w http.ResponseWriter, r *http.Request) {
	reason, _ := strconv.ParseInt(r.FormValue("reasonCode"), 10, 64) // want `the error of strconv.ParseInt is dropped: .* which is NotApplicable`
	switch reason {
	case int64(codes.ReasonNotApplicable):
		w.WriteHeader(http.StatusOK)
	default:
		w.WriteHeader(http.StatusAccepted)
	}
}

func typed(text string) codes.ResponseCode {
	code, _ := codes.ParseResponse(text) // want `the error of codes.ParseResponse is dropped: text that is no code becomes -1, which no table documents`
	return code
}

func number(r reply) codes.ReasonCode {
	n, _ := r.Number.Int64() // want `the error of json.Number.Int64 is dropped: .* which is NotApplicable`
	return codes.ReasonCode(n)
}

func trimmed(responseCode string) bool {
	text := strings.TrimSpace(responseCode)
	n, _ := strconv.Atoi(text) // want `the error of strconv.Atoi is dropped`
	retry := map[int]bool{5: true, 88: true}
	return retry[n] || responseCode == codes.ResponseSystemError.Wire()
}

// An error that nobody looks at is dropped, too.
func ignored(r reply) (codes.ResponseCode, bool) {
	n, err := strconv.Atoi(r.Code) // want `the error of strconv.Atoi is dropped`
	_ = err
	return codes.ResponseCode(n), n == 0
}

// A code that has its name from us.
func line(fields []string) bool {
	reasonCode, _ := strconv.Atoi(fields[2]) // want `the error of strconv.Atoi is dropped`
	return reasonCode == int(codes.ReasonSubscriberAbsent)
}

type record struct {
	reasonCode int
	raw        string
}

func stored(r *http.Request) record {
	var rec record
	rec.raw = r.FormValue("reasonCode")
	rec.reasonCode, _ = strconv.Atoi(rec.raw) // want `the error of strconv.Atoi is dropped`
	return rec
}

func (rec record) delivered() bool { return rec.reasonCode == 0 }

func filled(text string) codes.ResponseCode {
	var code codes.ResponseCode
	_ = code.UnmarshalText([]byte(text)) // want `the error of UnmarshalText is dropped`
	return code
}

// A lookup that says whether it found something has not looked at digits.
func lookedUp(c *gin.Context) bool {
	if _, ok := c.GetPostForm("reasonCode"); !ok {
		return false
	}
	n, _ := strconv.Atoi(c.PostForm("reasonCode")) // want `the error of strconv.Atoi is dropped`
	return n == int(codes.ReasonSubscriberAbsent)
}

// A number that is only ever converted.
func numbered(fields []string) codes.ReasonCode {
	n, _ := strconv.Atoi(fields[1]) // want `the error of strconv.Atoi is dropped: text that is no number becomes 0, which is NotApplicable`
	return codes.ReasonCode(n)
}

// A number that is more than that.
func counted(fields []string) (codes.ReasonCode, bool) {
	n, _ := strconv.Atoi(fields[1])
	return codes.ReasonCode(n), n > 0
}

// Two functions with a request each: that one of them handles the error is none of the other's business.
func routes(mux *http.ServeMux, seen func(codes.ReasonCode)) {
	mux.HandleFunc("POST /sms", func(w http.ResponseWriter, r *http.Request) {
		reason, err := strconv.Atoi(r.PostFormValue("reasonCode"))
		if err != nil {
			http.Error(w, "reasonCode", http.StatusBadRequest)
			return
		}
		seen(codes.ReasonCode(reason))
	})
	mux.HandleFunc("POST /whatsapp", func(w http.ResponseWriter, r *http.Request) {
		reason, _ := strconv.Atoi(r.PostFormValue("reasonCode")) // want `the error of strconv.Atoi is dropped`
		seen(codes.ReasonCode(reason))
	})
}

var separators = regexp.MustCompile(`[;,]`)

// A pattern that takes a text apart has not found what is in it.
func split(line string) codes.ReasonCode {
	parts := separators.Split(line, -1)
	n, _ := strconv.Atoi(parts[0]) // want `the error of strconv.Atoi is dropped`
	return codes.ReasonCode(n)
}

// Only one of two texts has been found by one.
func either(line, last string) codes.ReasonCode {
	text := last
	if line != "" {
		text = separators.FindString(line)
	}
	n, _ := strconv.Atoi(text) // want `the error of strconv.Atoi is dropped`
	return codes.ReasonCode(n)
}

// The error is written down, and the program goes on.
func written(r *http.Request) bool {
	reason, err := strconv.Atoi(r.FormValue("reasonCode")) // want `the error of strconv.Atoi stops nothing: text that is no number becomes 0, which is NotApplicable; handle the error before the code is used`
	if err != nil {
		log.Printf("reason code: %v", err)
	}
	return reason == int(codes.ReasonNotApplicable)
}

// What cannot be read is taken for 0.
func defaulted(r reply) (codes.ResponseCode, bool) {
	n, err := strconv.Atoi(r.Code) // want `the error of strconv.Atoi stops nothing: .* which is Success`
	if err != nil {
		slog.Warn("no code", "text", r.Code)
		n = 0
	}
	return codes.ResponseCode(n), n == 0
}

// The same of a field.
func defaultedField(r *http.Request) record {
	var rec record
	n, err := strconv.ParseInt(r.FormValue("reasonCode"), 10, 32) // want `the error of strconv.ParseInt stops nothing`
	if err != nil {
		log.Print(err)
	}
	rec.reasonCode = int(n)
	return rec
}
