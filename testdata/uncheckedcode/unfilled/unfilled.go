// Package unfilled reads codes out of replies that may never have been filled.
package unfilled

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

const base = "https://api.geniq.io/rest/v1"

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

type client struct{ http *http.Client }

func (c *client) send(ctx context.Context, text string) (string, error) {
	resp, err := c.http.Post(base+"/sms", "application/json", bytes.NewReader([]byte(text)))
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	var r reply
	json.Unmarshal(body, &r) // want `the error of json.Unmarshal is dropped, and r.ResponseCode is read: if nothing was decoded, it holds 0, which is Success; handle the error before the code is read`
	if r.ResponseCode != codes.ResponseSuccess {
		return "", r.ResponseCode
	}
	return r.MessageID, nil
}

func (c *client) sendBlank(ctx context.Context, body io.Reader) bool {
	resp, err := c.http.Post(base+"/sms", "application/json", body)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var r struct {
		Code int `json:"responseCode,string"`
	}
	_ = json.NewDecoder(resp.Body).Decode(&r) // want `the error of json.Decoder.Decode is dropped, and r.Code is read`
	return r.Code == 0
}

func (c *client) call(path string, out any) error {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

func accepted(r *reply) bool { return r.ResponseCode == codes.ResponseSuccess }

func (c *client) own() bool {
	var r reply
	c.call("/sms", &r) // want `the error of client.call is dropped, and r.ResponseCode is read`
	return accepted(&r)
}

type templateReply struct {
	ResponseCode codes.TemplateCode `json:"responseCode"`
}

func (c *client) template() bool {
	var r templateReply
	c.call("/whatsapp/message_templates", &r) // want `it holds 0, which is AccessTokenExpiredOrRevoked`
	return r.ResponseCode.Retryable()
}

// report is a delivery report: it was decoded, or says that there is nothing to report.
type report struct {
	ReasonCode int `json:"reasonCode"`
}

func whatsapp(w http.ResponseWriter, req *http.Request) {
	var rep report
	json.NewDecoder(req.Body).Decode(&rep) // want `it holds 0, which is NotApplicable`
	if rep.ReasonCode != 0 {
		log.Printf("not delivered: %d", rep.ReasonCode)
	}
}

type textReply struct {
	ResponseCode string `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

// What is missing is none of the cases, and passes.
func (c *client) cases(body []byte) error {
	var r textReply
	json.Unmarshal(body, &r) // want `it holds nothing, which is no code`
	switch r.ResponseCode {
	case "5", "88":
		return errors.New("later")
	case "6":
		return errors.New("no credit")
	}
	return nil
}

// What is missing is not "0".
func (c *client) onlySuccess(body []byte) error {
	var r textReply
	json.Unmarshal(body, &r)
	if r.ResponseCode != "0" {
		return fmt.Errorf("refused: %s", r.ResponseCode)
	}
	return nil
}

func (c *client) withDefault(body []byte) error {
	var r textReply
	json.Unmarshal(body, &r)
	switch r.ResponseCode {
	case "0":
		return nil
	default:
		return fmt.Errorf("refused: %s", r.ResponseCode)
	}
}

func (c *client) asksForText(body []byte) error {
	var r textReply
	json.Unmarshal(body, &r)
	if r.ResponseCode == "" {
		return errors.New("no reply")
	}
	if r.ResponseCode == "6" {
		return errors.New("no credit")
	}
	return nil
}

func (c *client) asksForID(body []byte) error {
	var r reply
	json.Unmarshal(body, &r)
	if r.ResponseCode != codes.ResponseSuccess || r.MessageID == "" {
		return errors.New("refused")
	}
	return nil
}

func (c *client) preset(body []byte) error {
	r := reply{ResponseCode: codes.ResponseSystemError}
	json.Unmarshal(body, &r)
	return r.ResponseCode.Err()
}

func (c *client) assigned(body []byte) error {
	var r reply
	r.ResponseCode = codes.ResponseGeneralFailure
	_ = json.Unmarshal(body, &r)
	return r.ResponseCode.Err()
}

func (c *client) valid(body []byte) error {
	if !json.Valid(body) {
		return errors.New("no JSON")
	}
	var r reply
	json.Unmarshal(body, &r)
	return r.ResponseCode.Err()
}

func (c *client) inline(body []byte) error {
	var r reply
	if json.Unmarshal(body, &r) != nil {
		return errors.New("no JSON")
	}
	return r.ResponseCode.Err()
}

func (c *client) keptError(body []byte) error {
	var r reply
	err := json.Unmarshal(body, &r)
	log.Print(r.MessageID)
	if err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

func (c *client) joined(body []byte) error {
	var r reply
	return errors.Join(json.Unmarshal(body, &r), r.ResponseCode.Err())
}

func (c *client) result(body []byte) (r reply, err error) {
	err = json.Unmarshal(body, &r)
	return
}

func (c *client) logged(body []byte) error {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil { // want `if json.Unmarshal fails, the program goes on`
		log.Print(err)
	}
	return r.ResponseCode.Err()
}

func (c *client) stream(in io.Reader) (failed int, err error) {
	dec := json.NewDecoder(in)
	for {
		var r reply
		err := dec.Decode(&r)
		if err == io.EOF {
			return failed, nil
		}
		if err != nil {
			return failed, err
		}
		if r.ResponseCode != codes.ResponseSuccess {
			failed++
		}
	}
}

// The code that is read is another reply's.
func (c *client) before(body []byte, r reply) string {
	if r.ResponseCode != codes.ResponseSuccess {
		return "refused"
	}
	var again reply
	json.Unmarshal(body, &again) // want `the code of the reply that json.Unmarshal fills is never read`
	return again.MessageID
}

func (c *client) skipped(body io.Reader) error {
	resp, err := c.http.Post(base+"/sms", "application/json", body)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var r reply
	if resp.StatusCode == http.StatusOK {
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `json.Decoder.Decode fills r only if the condition on line 246 holds, but its code is read in any case: if nothing was decoded, r.ResponseCode holds 0, which is Success; return before, or read the code where it was decoded`
			return err
		}
	}
	return r.ResponseCode.Err()
}

// Both at once are one finding.
func (c *client) skippedAndPassed(body io.Reader) bool {
	resp, err := c.http.Post(base+"/sms", "application/json", body)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var r reply
	if resp.ContentLength != 0 {
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `if json.Decoder.Decode fails, the program goes on, and r.ResponseCode is read all the same`
			log.Print(err)
		}
	}
	return r.ResponseCode == codes.ResponseSuccess
}

func (c *client) notSkipped(body io.Reader) error {
	resp, err := c.http.Post(base+"/sms", "application/json", body)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var r reply
	if resp.StatusCode == http.StatusOK {
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
			return err
		}
	} else {
		return errors.New(resp.Status)
	}
	return r.ResponseCode.Err()
}

func (c *client) sameCondition(body io.Reader, check bool) error {
	resp, err := c.http.Post(base+"/sms", "application/json", body)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var r reply
	if check {
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
			return err
		}
	}
	if check && r.ResponseCode != codes.ResponseSuccess {
		return r.ResponseCode
	}
	return nil
}

func (c *client) keptForLater(body []byte) error {
	var r reply
	var err error
	if len(body) > 0 {
		err = json.Unmarshal(body, &r)
	} else {
		err = errors.New("no reply")
	}
	if err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

func (c *client) attempts(ctx context.Context) error {
	var r reply
	for range 3 {
		if err := c.call("/sms", &r); err != nil { // want `if client.call fails, the program goes on`
			continue
		}
		if r.ResponseCode.Retryable() {
			continue
		}
		break
	}
	return r.ResponseCode.Err()
}

func (c *client) onlyNamed(body []byte) error {
	var r reply
	err := json.Unmarshal(body, &r) // want `the error of json.Unmarshal is dropped`
	_ = err
	return r.ResponseCode.Err()
}

func parse(body []byte) (reply, error) {
	var r reply
	err := json.Unmarshal(body, &r)
	return r, err
}

func parseNew(body []byte) (*reply, error) {
	r := new(reply)
	if err := json.Unmarshal(body, r); err != nil {
		return nil, err
	}
	return r, nil
}

func (c *client) parsed(body []byte) error {
	r, _ := parse(body) // want `the error of unfilled.parse is dropped, and r.ResponseCode is read: if nothing was decoded, it holds 0, which is Success`
	return r.ResponseCode.Err()
}

func (c *client) parsedChecked(body []byte) error {
	r, err := parse(body)
	if err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

func (c *client) parsedNil(body []byte) error {
	r, _ := parseNew(body)
	if r == nil {
		return errors.New("no reply")
	}
	return r.ResponseCode.Err()
}

func (r *textReply) ok() bool { return r.ResponseCode == "0" }

func (r *textReply) refused() bool { return r != nil && !r.ok() }

func (r *textReply) poor() bool { return r.ResponseCode == "6" }

func isSuccess(code string) bool { return code == "0" }

// A method of the reply, or a function that gets the code, asks for success alone.
func (c *client) asked(body []byte) (bool, error) {
	var r textReply
	json.Unmarshal(body, &r)
	if r.refused() {
		return false, nil
	}
	if !isSuccess(r.ResponseCode) {
		return false, nil
	}
	return r.ok(), nil
}

// One that asks for a failure finds none where nothing was decoded.
func (c *client) askedForFailure(body []byte) error {
	var r textReply
	json.Unmarshal(body, &r) // want `it holds nothing, which is no code`
	if r.poor() {
		return errors.New("no credit")
	}
	return nil
}

// Who does not want to know the code says so.
func (c *client) courtesy(ctx context.Context, body []byte) {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		log.Print(err)
	}
	_ = r.ResponseCode // nobody misses it
}

func (c *client) greeting(body []byte) {
	var r reply
	json.Unmarshal(body, &r)
	_ = r.ResponseCode // nobody misses it
}

// To say so of one is not to say so of what is read beside it.
func (c *client) halfCourtesy(body []byte) bool {
	var r reply
	json.Unmarshal(body, &r) // want `holds 0, which is Success`
	_ = r.ResponseCode       // nobody misses it
	return r.ResponseCode == codes.ResponseSuccess
}
