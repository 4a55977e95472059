package parse

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/go-logr/logr"

	"github.com/errcodelint/errcodelint/codes"
)

var errText = errors.New("no code")

func checked(r reply) (codes.ResponseCode, error) {
	n, err := strconv.Atoi(r.Code)
	if err != nil {
		return 0, err
	}
	return codes.ResponseCode(n), nil
}

var digits = regexp.MustCompile(`^[0-9]{1,6}$`)

// The text has been looked at.
func validated(r reply) (codes.ResponseCode, error) {
	if !digits.MatchString(r.Code) {
		return 0, errText
	}
	n, _ := strconv.Atoi(r.Code)
	return codes.ResponseCode(n), nil
}

func isNumber(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

func validatedByHand(responseCode string) bool {
	if isNumber(responseCode) {
		n, _ := strconv.Atoi(responseCode)
		return n == 88
	}
	return responseCode == "0"
}

func twice(r reply) (bool, error) {
	if _, err := strconv.Atoi(r.Code); err != nil {
		return false, err
	}
	n, _ := strconv.Atoi(r.Code)
	return n == 0, nil
}

// One of the texts that we know.
func selected(r reply) codes.ResponseCode {
	switch r.Code {
	case "5", "88", "99":
		n, _ := strconv.Atoi(r.Code)
		return codes.ResponseCode(n)
	}
	return codes.ResponseSuccess
}

// A constant is a number, and so is a number's text.
func constant(n int) codes.ResponseCode {
	code, _ := codes.ParseResponse("88")
	if n > 0 {
		code, _ = codes.ParseResponse(strconv.Itoa(n))
	}
	return code
}

func roundTrip(code codes.ResponseCode) int {
	n, _ := strconv.Atoi(code.Wire())
	return n
}

// For people to read.
func logged(r reply) string {
	n, _ := strconv.Atoi(r.Code)
	log.Printf("code %d", n)
	return fmt.Sprintf("code %03d", n)
}

func loggedByKey(log logr.Logger, r reply) {
	n, _ := strconv.Atoi(r.Code)
	log.V(1).Info("answer", "code", n)
}

// Another number.
func pages(r reply, count string) bool {
	n, _ := strconv.Atoi(count)
	return n == 5 && r.Code == "0"
}

// Who writes the number again, and compares, knows whether it was one.
func writtenAgain(r *http.Request) bool {
	text := r.FormValue("reasonCode")
	n, _ := strconv.Atoi(text)
	if strconv.Itoa(n) != text {
		return false
	}
	return n == int(codes.ReasonNotApplicable)
}

func formattedAgain(text string) bool {
	reasonCode, _ := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	return text == strconv.FormatInt(reasonCode, 10) && reasonCode == int64(codes.ReasonNotApplicable)
}

// What is checked under the same key before is a number.
func required(v url.Values, key string) error {
	_, err := strconv.Atoi(v.Get(key))
	return err
}

func checkedByKey(r *http.Request) (bool, error) {
	if err := required(r.Form, "reasonCode"); err != nil {
		return false, err
	}
	n, _ := strconv.Atoi(r.Form.Get("reasonCode"))
	return n == int(codes.ReasonSubscriberAbsent), nil
}

var reasons = regexp.MustCompile(`reasonCode=(\d+)`)

// A pattern has found it.
func fromLog(line string) (r record) {
	m := reasons.FindStringSubmatch(line)
	if m == nil {
		return r
	}
	r.reasonCode, _ = strconv.Atoi(m[1])
	return r
}

func firstOf(line string) codes.ReasonCode {
	n, _ := strconv.Atoi(strings.TrimSpace(reasons.FindString(line)))
	return codes.ReasonCode(n)
}

func allOf(text string) (all []codes.ReasonCode) {
	for _, m := range reasons.FindAllStringSubmatch(text, -1) {
		text := m[1]
		n, _ := strconv.Atoi(strings.TrimSpace(text))
		all = append(all, codes.ReasonCode(n))
	}
	return all
}

// What cannot be read is taken for a code that says so, or that there is none.
func unknown(r reply) codes.ResponseCode {
	n, err := strconv.Atoi(r.Code)
	if err != nil {
		log.Print(err)
		n = -1
	}
	return codes.ResponseCode(n)
}

// Who asks later has been told.
func told(r *http.Request) (code codes.ReasonCode, ok bool) {
	ok = true
	n, err := strconv.Atoi(r.FormValue("reasonCode"))
	if err != nil {
		log.Print(err)
		ok = false
	}
	return codes.ReasonCode(n), ok
}

// The error is looked at once more.
func askedAgain(r *http.Request) bool {
	n, err := strconv.Atoi(r.FormValue("reasonCode"))
	if err != nil {
		log.Print(err)
	}
	return err == nil && n == int(codes.ReasonNotApplicable)
}

// A log that ends the program.
func fatal(r reply) codes.ResponseCode {
	n, err := strconv.Atoi(r.Code)
	if err != nil {
		log.Fatalf("code: %v", err)
	}
	return codes.ResponseCode(n)
}

// Text that is no code becomes one that no table documents, which is handled as a failure.
func undocumented(r reply) error {
	code, err := codes.ParseResponse(r.Code)
	if err != nil {
		log.Print(err)
	}
	return code.Err()
}

// One way goes on only with a code.
func otherwise(r reply) error {
	n, err := strconv.Atoi(r.Code)
	if err != nil {
		log.Print(err)
	} else if n != int(codes.ResponseSuccess) {
		return codes.ResponseCode(n)
	}
	return nil
}

// The number is for people.
func shown(r reply) {
	n, err := strconv.Atoi(r.Code)
	if err != nil {
		log.Print(err)
	}
	log.Print(n)
}

// A loop goes on with the next one.
func all(texts []string) (all []codes.ResponseCode) {
	for _, responseCode := range texts {
		n, err := strconv.Atoi(responseCode)
		if err != nil {
			log.Print(err)
			continue
		}
		all = append(all, codes.ResponseCode(n))
	}
	return all
}
