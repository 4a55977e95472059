package wards

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A plain reply has its code as a text, and what else may say when to come back.
type plain struct {
	Code  string `json:"responseCode"`
	After string `json:"retryAfter"`
}

func sendPlain(ctx context.Context, c *api.Client, m api.Message) (*plain, error) {
	p := new(plain)
	if err := c.Post(ctx, "/sms", m, p); err != nil {
		return nil, err
	}
	return p, nil
}

// A refusal is a code.
type refusal string

func (r refusal) Error() string { return "refused with " + string(r) }

var finalTexts = strings.Fields("1 2 3 4 6 7 10 11 12 13 14 15 16 17 19 21 22 301")

// Passed goes through what is final.
func Passed(ctx context.Context, c *api.Client, m api.Message) error {
attempts:
	for range maxTries {
		p, err := sendPlain(ctx, c, m)
		if err != nil {
			return err
		}
		for _, final := range finalTexts {
			if final == p.Code {
				break attempts
			}
		}
		if p.Code == codes.ResponseSuccess.Wire() {
			return nil
		}
	}
	return errGivenUp
}

// Indexed looks for the code in a list by a function.
func Indexed(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		p, err := sendPlain(ctx, c, m)
		if err != nil {
			return err
		}
		if p.Code == codes.ResponseSuccess.Wire() {
			return nil
		}
		if slices.IndexFunc(finalTexts, func(final string) bool { return final == p.Code }) >= 0 {
			return refusal(p.Code)
		}
	}
	return errGivenUp
}

// Digits looks at its digits.
func Digits(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		p, err := sendPlain(ctx, c, m)
		if err != nil {
			return err
		}
		if p.Code == codes.ResponseSuccess.Wire() {
			return nil
		}
		if len(p.Code) != 2 || p.Code[0] < '8' {
			return refusal(p.Code)
		}
	}
	return errGivenUp
}

// After waits as long as the reply says, if it says so.
func After(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		p, err := sendPlain(ctx, c, m)
		if err != nil {
			return err
		}
		if p.Code == codes.ResponseSuccess.Wire() {
			return nil
		}
		n, err := strconv.Atoi(p.After)
		if err != nil {
			return refusal(p.Code)
		}
		if err := c.Pause(ctx, n); err != nil {
			return err
		}
	}
	return errGivenUp
}

// Parsed reads the code itself as a number: that it is one says nothing.
func Parsed(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		p, err := sendPlain(ctx, c, m)
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(p.Code)
		if err != nil {
			return err
		}
		if n == 0 {
			return nil
		}
	}
	return errGivenUp
}
