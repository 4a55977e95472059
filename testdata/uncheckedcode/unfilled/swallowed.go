package unfilled

import (
	"encoding/json"
	"errors"
	"io"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

var errNoReply = errors.New("no reply")

// text posts a message, and returns what the API says.
func (c *client) text(form io.Reader) ([]byte, error) {
	resp, err := c.http.Post(base+"/sms", "application/json", form)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// into writes down what is no reply, and that is all.
func into(body []byte, out any) {
	if err := json.Unmarshal(body, out); err != nil {
		log.Printf("no reply: %s", body)
	}
}

func (c *client) viaLog(form io.Reader) (string, error) {
	body, err := c.text(form)
	if err != nil {
		return "", err
	}
	var r reply
	into(body, &r) // want `unfilled.into does not say whether json.Unmarshal has failed, and r.ResponseCode is read`
	if r.ResponseCode == codes.ResponseSuccess {
		return "sent", nil
	}
	return "", r.ResponseCode
}

// viaNames asks whether there is an identifier, which only a reply has.
func (c *client) viaNames(form io.Reader) (string, error) {
	body, err := c.text(form)
	if err != nil {
		return "", err
	}
	var r reply
	into(body, &r)
	if r.MessageID == "" {
		return "", errNoReply
	}
	return r.MessageID, r.ResponseCode.Err()
}

// take drops the error without a word.
func take(body []byte, r *reply) {
	_ = json.Unmarshal(body, r)
}

func (c *client) viaNothing(form io.Reader) error {
	body, err := c.text(form)
	if err != nil {
		return err
	}
	var r reply
	take(body, &r) // want `unfilled.take does not say whether json.Unmarshal has failed`
	return r.ResponseCode.Err()
}

// parsed returns what it could make of the text.
func parsed(body []byte) reply {
	var r reply
	err := json.Unmarshal(body, &r)
	if err != nil {
		log.Printf("no reply: %v in %q", err, body)
	}
	return r
}

func (c *client) viaResult(form io.Reader) error {
	body, err := c.text(form)
	if err != nil {
		return err
	}
	r := parsed(body) // want `unfilled.parsed does not say whether json.Unmarshal has failed`
	return r.ResponseCode.Err()
}

// failing has a code of its own for what is no reply.
func failing(body []byte) reply {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		log.Print(err)
		return reply{ResponseCode: codes.ResponseSystemError}
	}
	return r
}

func (c *client) viaCode(form io.Reader) error {
	body, err := c.text(form)
	if err != nil {
		return err
	}
	r := failing(body)
	return r.ResponseCode.Err()
}

// stored has it put in what it fills.
func stored(body []byte, r *reply) {
	if err := json.Unmarshal(body, r); err != nil {
		log.Print(err)
		r.ResponseCode = codes.ResponseSystemError
	}
}

func (c *client) viaStore(form io.Reader) error {
	body, err := c.text(form)
	if err != nil {
		return err
	}
	var r reply
	stored(body, &r)
	return r.ResponseCode.Err()
}

// must ends the program.
func must(body []byte, r *reply) {
	if err := json.Unmarshal(body, r); err != nil {
		log.Fatalf("no reply: %s", body)
	}
}

func (c *client) viaFatal(form io.Reader) error {
	body, err := c.text(form)
	if err != nil {
		return err
	}
	var r reply
	must(body, &r)
	return r.ResponseCode.Err()
}

// A counting client keeps how often there was none.
type counting struct {
	client
	broken int
}

// noted counts what is no reply, and somebody may look.
func (k *counting) noted(body []byte, r *reply) {
	if err := json.Unmarshal(body, r); err != nil {
		k.broken++
		log.Print(err)
	}
}

func (k *counting) viaCount(form io.Reader) error {
	body, err := k.text(form)
	if err != nil {
		return err
	}
	var r reply
	before := k.broken
	k.noted(body, &r)
	if k.broken > before {
		return errNoReply
	}
	return r.ResponseCode.Err()
}

// told says whether it could.
func told(body []byte, r *reply) bool {
	if err := json.Unmarshal(body, r); err != nil {
		log.Print(err)
		return false
	}
	return true
}

func (c *client) viaBool(form io.Reader) error {
	body, err := c.text(form)
	if err != nil {
		return err
	}
	var r reply
	if !told(body, &r) {
		return errNoReply
	}
	return r.ResponseCode.Err()
}
