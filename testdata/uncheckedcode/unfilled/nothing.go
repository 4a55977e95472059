package unfilled

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// shadowed fills a reply of the same name, which ends with the block.
func (c *client) shadowed(ctx context.Context, text io.Reader) (string, error) {
	resp, err := c.http.Post(base+"/sms", "application/json", text)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r reply
	if resp.StatusCode == http.StatusOK {
		var r reply
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r.ResponseCode`
			return "", err
		}
	}
	if r.ResponseCode != codes.ResponseSuccess { // want `nothing is ever stored in r, and r.ResponseCode is read: it is always 0, which is Success; decode the reply into r first`
		return "", r.ResponseCode
	}
	return r.MessageID, nil
}

// forgotten asks and throws the answer away.
func (c *client) forgotten(ctx context.Context, text io.Reader) error {
	resp, err := c.http.Post(base+"/sms", "application/json", text)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.ReadAll(resp.Body); err != nil {
		return err
	}
	r := reply{}
	return r.ResponseCode.Err() // want `nothing is ever stored in r, and r.ResponseCode is read`
}

// fill gets a copy, so that its caller's reply stays empty.
func fill(body []byte, r reply) error {
	return json.Unmarshal(body, &r)
}

func (c *client) byCopy(body []byte) (bool, error) {
	var r reply
	if err := fill(body, r); err != nil {
		return false, err
	}
	return r.ResponseCode == codes.ResponseSuccess, nil // want `nothing is ever stored in r, and r.ResponseCode is read`
}

func (c *client) made(body []byte) error {
	r := new(reply)
	if len(body) == 0 {
		return errors.New("no reply")
	}
	if r.ResponseCode.Retryable() { // want `nothing is ever stored in r, and r.ResponseCode is read`
		return errors.New("later")
	}
	return nil
}

// From here on somebody stores something, or nobody decides by it.

func (c *client) literal() error {
	r := reply{ResponseCode: codes.ResponseSystemError, MessageID: "none"}
	return r.ResponseCode.Err()
}

func (c *client) fields(form map[string]string) error {
	var r reply
	r.MessageID = form["messageId"]
	if err := r.ResponseCode.UnmarshalText([]byte(form["responseCode"])); err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

func (c *client) oneByOne(form map[string]string) (err error) {
	var r reply
	r.MessageID = form["messageId"]
	r.ResponseCode, err = codes.ParseResponse(form["responseCode"])
	if err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

func scan(into ...any) error { return nil }

func (c *client) scanned() error {
	var r reply
	if err := scan(&r.ResponseCode, &r.MessageID); err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

func (c *client) filledByAnother(body []byte) error {
	var r reply
	if err := r.parse(body); err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

func (r *reply) parse(body []byte) error { return json.Unmarshal(body, r) }

func (c *client) asAWhole(all []reply) error {
	var last reply
	for _, r := range all {
		last = r
	}
	return last.ResponseCode.Err()
}

func (c *client) worst(all []reply) (failed int) {
	var worst reply
	for _, r := range all {
		if r.ResponseCode > worst.ResponseCode {
			worst = r
		}
	}
	log.Print(worst.ResponseCode)
	return failed
}

func (c *client) inClosure(body []byte) error {
	var r reply
	decode := func() error { return json.Unmarshal(body, &r) }
	if err := decode(); err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

// outcome is what this program makes of a reply; its zero value is meant.
type outcome struct {
	ResponseCode codes.ResponseCode
	Sent         bool
}

func (c *client) notSent(dry bool) outcome {
	var o outcome
	if dry {
		log.Printf("dry run, code %d", o.ResponseCode)
		return o
	}
	o.ResponseCode = codes.ResponseGeneralFailure
	return o
}

func (c *client) isEmpty(r reply) bool {
	var none reply
	return r.ResponseCode == none.ResponseCode && r.MessageID == none.MessageID
}

func (c *client) named() (r reply, err error) {
	if r.ResponseCode != codes.ResponseSuccess {
		return r, errors.New("refused")
	}
	return r, nil
}

func (c *client) sprinted() string {
	var r reply
	return fmt.Sprintf("%d", r.ResponseCode) // want `nothing is ever stored in r`
}

func (c *client) fromChannel(in chan reply) error {
	var r reply
	select {
	case r = <-in:
	default:
	}
	return r.ResponseCode.Err()
}
