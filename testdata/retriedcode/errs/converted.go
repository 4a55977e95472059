package errs

import (
	"context"
	"errors"
	"strconv"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// word is an error that is made of the code by a conversion.
type word string

func (r word) Error() string { return "refused: " + string(r) }

// digits is another one.
type digits int

func (n digits) Error() string { return "refused: " + strconv.Itoa(int(n)) }

func named(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		ResponseCode string `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil || r.ResponseCode == "0" {
		return err
	}
	return word(r.ResponseCode)
}

func numbered(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil || r.Code == codes.ResponseSuccess {
		return err
	}
	return digits(r.Code)
}

func passesText(code string) bool {
	switch code {
	case "5", "18", "88", "99":
		return true
	}
	return false
}

func passesNumber(code int) bool { return code == 5 || code == 18 || code == 88 || code == 99 }

// Converted goes round for all of them.
func Converted(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 5 { // want "and 10 more of class never"
		if err = named(ctx, c, m); err == nil {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return err
}

// ConvertedBack asks a function of the text.
func ConvertedBack(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 0; ; n++ {
		err := named(ctx, c, m)
		var r word
		if err == nil || n > 4 || errors.As(err, &r) && !passesText(string(r)) {
			return err
		}
		c.Pause(ctx, 1)
	}
}

// ConvertedCompared compares it.
func ConvertedCompared(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 0; n < 5; n++ {
		err := named(ctx, c, m)
		if err == nil {
			return nil
		}
		if r, ok := err.(word); ok && string(r) != "5" && string(r) != "18" && string(r) != "88" && string(r) != "99" {
			return err
		}
		c.Pause(ctx, 1)
	}
	return errors.New("given up")
}

// ConvertedNumber asks a function of the number.
func ConvertedNumber(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 0; n < 5; n++ {
		err := numbered(ctx, c, m)
		if err == nil {
			return nil
		}
		var code digits
		if errors.As(err, &code) && !passesNumber(int(code)) {
			return err
		}
		c.Pause(ctx, 1)
	}
	return errors.New("given up")
}

// ConvertedFunction asks in a function of its own.
func ConvertedFunction(ctx context.Context, c *api.Client, m api.Message) error {
	final := func(err error) bool {
		var r word
		return errors.As(err, &r) && !passesText(string(r))
	}
	for range 5 {
		if err := named(ctx, c, m); err == nil || final(err) {
			return err
		}
		c.Pause(ctx, 1)
	}
	return errors.New("given up")
}
