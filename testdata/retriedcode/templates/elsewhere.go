package templates

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/studio"
	"github.com/errcodelint/errcodelint/codes"
)

// ElsewhereAnyhow tries again whatever went wrong.
func ElsewhereAnyhow(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	s := &studio.Client{API: c}
	for range 3 { // want "3 CapabilityOrPermission, .* more of class never"
		if id, err = s.Create(ctx, t); err == nil {
			break
		}
		time.Sleep(c.Unit)
	}
	return id, err
}

// ElsewhereBusy tries again what the error says may pass.
func ElsewhereBusy(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	s := &studio.Client{API: c}
	for range 3 {
		if id, err = s.Create(ctx, t); !errors.Is(err, studio.ErrBusy) {
			break
		}
		time.Sleep(c.Unit)
	}
	return id, err
}

// ElsewhereValid leaves only where the error says that the request is wrong.
func ElsewhereValid(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	s := &studio.Client{API: c}
	for range 3 { // want "3 CapabilityOrPermission, 10 PermissionNotGranted, 506 DuplicatePost, .* more of class never"
		if id, err = s.Create(ctx, t); err == nil || errors.Is(err, studio.ErrInvalid) {
			break
		}
		time.Sleep(c.Unit)
	}
	return id, err
}

// mayPass asks the error.
func mayPass(err error) bool { return errors.Is(err, studio.ErrBusy) }

// ElsewhereAsked has a function ask the error.
func ElsewhereAsked(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	s := &studio.Client{API: c}
	for {
		if id, err = s.Create(ctx, t); err == nil || !mayPass(err) {
			return id, err
		}
		time.Sleep(c.Unit)
	}
}

func isInvalid(err error) bool {
	return errors.Is(err, studio.ErrInvalid) || errors.Is(err, errInvalid)
}

// ElsewhereAskedValid has a function ask whether the request is wrong.
func ElsewhereAskedValid(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	s := &studio.Client{API: c}
	for { // want "3 CapabilityOrPermission, 10 PermissionNotGranted, 506 DuplicatePost, .* more of class never"
		if id, err = s.Create(ctx, t); err == nil || isInvalid(err) {
			return id, err
		}
		time.Sleep(c.Unit)
	}
}

// ElsewhereAccepted tries again where nothing says that all went well.
func ElsewhereAccepted(ctx context.Context, c *api.Client, t api.Template) error {
	s := &studio.Client{API: c}
	for { // want "3 CapabilityOrPermission, .* more of class never"
		err := s.Accept(ctx, t)
		if err == nil {
			return nil
		}
		log.Print(err)
		time.Sleep(c.Unit)
	}
}

// ElsewhereAcceptedOnce asks the error for its code.
func ElsewhereAcceptedOnce(ctx context.Context, c *api.Client, t api.Template) error {
	s := &studio.Client{API: c}
	for {
		err := s.Accept(ctx, t)
		var e *studio.APIError
		if err == nil || errors.As(err, &e) && !e.Code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// status is an error of the program's own that is like another one with its code.
type status struct{ Code codes.TemplateCode }

func (s *status) Error() string { return s.Code.String() }

// Is compares the codes.
func (s *status) Is(target error) bool {
	t, ok := target.(*status)
	return ok && t.Code == s.Code
}

var (
	errThrottled = &status{codes.TemplateThrottled}
	errRate      = &status{Code: codes.TemplatePlatformRateLimit}
)

func stated(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	r, err := create(ctx, c, t)
	if err == nil && r.Code != nil {
		err = &status{*r.Code}
	}
	return r.ID, err
}

// AlikeOnce goes round where the error is like one of some.
func AlikeOnce(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for {
		id, err := stated(ctx, c, t)
		if !errors.Is(err, errThrottled) && !errors.Is(err, errRate) {
			return id, err
		}
		time.Sleep(c.Unit)
	}
}

// Alike leaves where the error is like one that is made for it.
func Alike(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for { // want "3 CapabilityOrPermission, 10 PermissionNotGranted, 506 DuplicatePost, .* more of class never"
		id, err := stated(ctx, c, t)
		if err == nil || errors.Is(err, &status{Code: codes.TemplateInvalidParameter}) {
			return id, err
		}
		time.Sleep(c.Unit)
	}
}
