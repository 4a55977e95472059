package others

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// AliasedPart shortens the text by a pointer to it.
func AliasedPart(ctx context.Context, c *api.Client, m api.Message) error {
	text := &m.Text
	for len(m.Text) > 1 {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		*text = (*text)[:len(*text)/2]
	}
	return errNotSent
}

// AliasedList changes the list of a message by another name for it.
func AliasedList(ctx context.Context, c *api.Client, m api.Message) error {
	batch := struct {
		To   []string `json:"to"`
		Text string   `json:"text"`
	}{To: []string{m.To}, Text: m.Text}
	numbers := batch.To
	for i := range 3 {
		var r reply
		if err := c.Post(ctx, "/sms", batch, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		numbers[0] = fmt.Sprint("6012000000", i)
	}
	return errNotSent
}

// AliasedFilled has another sender come out of a text.
func AliasedFilled(ctx context.Context, c *api.Client, m api.Message) error {
	p := &m
	for i := range 3 {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if err := json.Unmarshal(fmt.Appendf(nil, `{"from":"SHOP%d"}`, i), p); err != nil {
			return err
		}
	}
	return errNotSent
}

// Grown adds to the text in each round.
func Grown(ctx context.Context, c *api.Client, m api.Message) error {
	var text strings.Builder
	for range 3 {
		text.WriteString(m.Text)
		r, err := send(ctx, c, api.Message{From: m.From, To: m.To, Text: text.String()})
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errNotSent
}

// GrownAnew begins the text anew.
func GrownAnew(ctx context.Context, c *api.Client, m api.Message) error {
	var text strings.Builder
	for range 3 { // want "and 10 more of class never"
		text.Reset()
		text.WriteString(m.Text)
		r, err := send(ctx, c, api.Message{From: m.From, To: m.To, Text: text.String()})
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errNotSent
}

var (
	errNotSent = errors.New("not sent")
	senderNow  = "SHOP"
	noteNow    = ""
)

func useSender(i int) { senderNow = fmt.Sprint("SHOP", i) }

func note(text string) { noteNow = text }

// sendNow sends from whom the package says.
func sendNow(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	m.From = senderNow
	return send(ctx, c, m)
}

// PackageSender has a function change the variable that says from whom.
func PackageSender(ctx context.Context, c *api.Client, m api.Message) error {
	for i := range 3 {
		r, err := send(ctx, c, api.Message{From: senderNow, To: m.To, Text: m.Text})
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		useSender(i)
	}
	return errNotSent
}

// PackageWithin has what sends read it.
func PackageWithin(ctx context.Context, c *api.Client, m api.Message) error {
	for i := range 3 {
		r, err := sendNow(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		useSender(i)
	}
	return errNotSent
}

// PackageNote changes one that nothing is made of.
func PackageNote(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 { // want "and 10 more of class never"
		r, err := sendNow(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		note(r.Status)
	}
	return errNotSent
}
