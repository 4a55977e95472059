package defaults

import (
	"context"
	"database/sql"
	"fmt"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

// A store keeps codes, whoever implements it.
type store interface {
	Save(ctx context.Context, to string, code codes.ResponseCode) error
	Seen(code codes.ResponseCode) bool
}

// A clerk does something about a few codes, and saves all of them.
type clerk struct {
	store  store
	db     *sql.DB
	alarms chan<- string
}

// save does that behind.
func (c *clerk) save(ctx context.Context, l letter) error {
	switch l.Code {
	case codes.ResponseInsufficientCredit:
		c.alarms <- "top up"
	case codes.ResponseAccountDisabled:
		c.alarms <- "call them"
	}
	return c.store.Save(ctx, l.To, l.Code)
}

// saveBefore does that before, and does not go on where it fails.
func (c *clerk) saveBefore(ctx context.Context, l letter) error {
	if err := c.store.Save(ctx, l.To, l.Code); err != nil {
		return fmt.Errorf("%s: %w", l.To, err)
	}
	switch l.Code {
	case codes.ResponseInsufficientCredit:
		c.alarms <- "top up"
	case codes.ResponseAccountDisabled:
		c.alarms <- "call them"
	}
	return nil
}

func (c *clerk) insertBefore(ctx context.Context, l letter) error {
	_, err := c.db.ExecContext(ctx, "insert into letters values (?, ?)", l.To, int(l.Code))
	if err != nil {
		return err
	}
	switch l.Code {
	case codes.ResponseInsufficientCredit:
		c.alarms <- "top up"
	case codes.ResponseAccountDisabled:
		c.alarms <- "call them"
	}
	return nil
}

// seen asks for an answer, and fails for nothing.
func (c *clerk) seen(l letter) error {
	log.Print(c.store.Seen(l.Code))
	switch l.Code { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		c.alarms <- "top up"
	case codes.ResponseAccountDisabled:
		c.alarms <- "call them"
	}
	return nil
}

// saveOther saves another one.
func (c *clerk) saveOther(ctx context.Context, l, before letter) error {
	if err := c.store.Save(ctx, before.To, before.Code); err != nil {
		return err
	}
	switch l.Code { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		c.alarms <- "top up"
	case codes.ResponseAccountDisabled:
		c.alarms <- "call them"
	}
	return nil
}

// saveSome saves a few.
func (c *clerk) saveSome(ctx context.Context, l letter) error {
	if l.Code.Retryable() {
		if err := c.store.Save(ctx, l.To, l.Code); err != nil {
			return err
		}
	}
	switch l.Code { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		c.alarms <- "top up"
	case codes.ResponseAccountDisabled:
		c.alarms <- "call them"
	}
	return nil
}

// answer saves it, and then answers its caller for some.
func (c *clerk) answer(ctx context.Context, l letter) (string, error) {
	if err := c.store.Save(ctx, l.To, l.Code); err != nil {
		return "", err
	}
	switch l.Code { // want `happens to 20 response codes`
	case codes.ResponseInsufficientCredit:
		return "top up", nil
	case codes.ResponseAccountDisabled:
		return "call them", nil
	}
	return "", nil
}
