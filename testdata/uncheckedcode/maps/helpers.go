package maps

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// What a program has to look up by.

func number(m map[string]any, key string) int {
	f, _ := m[key].(float64)
	return int(f)
}

func numberIf(m map[string]any, key string) (n int) {
	if f, ok := m[key].(float64); ok {
		n = int(f)
	}
	return
}

func numberOr(m map[string]any, key string, otherwise int) int {
	v, ok := m[key]
	if !ok || v == nil {
		return otherwise
	}
	f, ok := v.(float64)
	if !ok {
		log.Printf("%s is a %T", key, v)
		return otherwise
	}
	return int(f)
}

func numberByType(m map[string]any, key string) int64 {
	switch v := m[key].(type) {
	case float64:
		return int64(v)
	case json.Number:
		n, _ := v.Int64()
		return n
	default:
		return 0
	}
}

func number32(m map[string]any, key string) int32 { return int32(number(m, key)) }

// anyNumber takes text, too.
func anyNumber(m map[string]any, key string) int {
	switch v := m[key].(type) {
	case float64:
		return int(v)
	case string:
		n, err := strconv.Atoi(v)
		if err != nil {
			return -1
		}
		return n
	}
	return 0
}

// mustNumber panics.
func mustNumber(m map[string]any, key string) int { return int(m[key].(float64)) }

// negative says that there is none.
func negative(m map[string]any, key string) int {
	if f, ok := m[key].(float64); ok {
		return int(f)
	}
	return -1
}

func as[T any](m map[string]any, key string) (v T) {
	v, _ = m[key].(T)
	return v
}

// An object has the same as methods.
type object map[string]any

func (o object) number(key string) int {
	f, _ := o[key].(float64)
	return int(f)
}

// A sent message is taken for accepted when the API refuses it with text.

func byNumber(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if number(m, "responseCode") == int(codes.ResponseSuccess) { // want `number gives 0, which is Success, if "responseCode" is missing, or came as text; take text, too, and say what a reply without a code is`
		return nil
	}
	return errRefused
}

func byNumberIf(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	code := numberIf(m, "responseCode") // want `numberIf gives 0, which is Success, if "responseCode" is missing, or came as text`
	if code != int(codes.ResponseSuccess) {
		return codes.ResponseCode(code)
	}
	return nil
}

func byNumberOr(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	return codes.ResponseCode(numberOr(m, "responseCode", 0)).Err() // want `numberOr gives 0, which is Success`
}

func byNumberOrNone(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	return codes.ResponseCode(numberOr(m, "responseCode", -1)).Err()
}

func byType(resp *http.Response) (string, error) {
	m, err := decoded(resp)
	if err != nil {
		return "", err
	}
	switch code := codes.ResponseCode(numberByType(m, "responseCode")); code { // want `numberByType gives 0, which is Success`
	case codes.ResponseSuccess:
		return as[string](m, "messageId"), nil
	default:
		return "", code
	}
}

func byNumber32(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if code := number32(m, "responseCode"); code != int32(codes.ResponseSuccess) { // want `number32 gives 0, which is Success`
		return fmt.Errorf("code %d", code)
	}
	return nil
}

func byAnyNumber(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if anyNumber(m, "responseCode") == int(codes.ResponseSuccess) {
		return nil
	}
	return errRefused
}

func byMust(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if mustNumber(m, "responseCode") == int(codes.ResponseSuccess) {
		return nil
	}
	return errRefused
}

func byNegative(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if negative(m, "responseCode") == int(codes.ResponseSuccess) {
		return nil
	}
	return errRefused
}

func byGeneric(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if as[float64](m, "responseCode") == float64(codes.ResponseSuccess) { // want `as\[float64\] gives 0, which is Success`
		return nil
	}
	return errRefused
}

func byText(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if as[string](m, "responseCode") == codes.ResponseSuccess.Wire() {
		return nil
	}
	return errRefused
}

func byMethod(resp *http.Response) error {
	var o object
	if err := json.NewDecoder(resp.Body).Decode(&o); err != nil {
		return err
	}
	if o.number("responseCode") == int(codes.ResponseSuccess) { // want `o.number gives 0, which is Success`
		return nil
	}
	return errRefused
}

// Who looks another time may know more, and so may who asks for one failure.

func byBoth(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if text := as[string](m, "responseCode"); text != "" && text != codes.ResponseSuccess.Wire() {
		return errRefused
	}
	if number(m, "responseCode") != int(codes.ResponseSuccess) {
		return errRefused
	}
	return nil
}

func isThere(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if _, ok := m["responseCode"].(float64); !ok {
		return errNoCode
	}
	if number(m, "responseCode") != int(codes.ResponseSuccess) {
		return errRefused
	}
	return nil
}

func isThrottled(m map[string]any) bool {
	return number(m, "responseCode") == int(codes.ResponseThrottlingRateExceeded)
}

// A function of its own for the code has the same.

func codeOf(m map[string]any) int {
	f, _ := m["responseCode"].(float64) // want `whether m\["responseCode"\] is a float64 is not asked`
	return int(f)
}

func byCodeOf(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if codeOf(m) == int(codes.ResponseSuccess) {
		return nil
	}
	return errRefused
}

// reasonOf is only shown.
func reasonOf(m map[string]any) int {
	f, _ := m["reasonCode"].(float64)
	return int(f)
}

func showReason(m map[string]any) { log.Print(reasonOf(m)) }

var _ = []any{letPass, byNumber, byNumberIf, byNumberOr, byNumberOrNone, byType, byNumber32, byAnyNumber, byMust, byNegative, byGeneric,
	byText, byMethod, byBoth, isThere, isThrottled, byCodeOf, showReason}
