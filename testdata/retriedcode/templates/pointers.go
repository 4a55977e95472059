package templates

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// refusal is an error of the program's own.
type refusal struct{ Code codes.TemplateCode }

func (e *refusal) Error() string { return e.Code.Description() }

// Is makes refusals equal that have the same code.
func (e *refusal) Is(target error) bool {
	code, ok := target.(codes.TemplateCode)
	return ok && e.Code == code
}

// refused makes an error of a code where there is no name.
func refused(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	r, err := create(ctx, c, t)
	if err != nil {
		return "", err
	}
	if r.ID == "" && r.Code != nil {
		return "", &refusal{*r.Code}
	}
	return r.ID, nil
}

// PointerRefused tries again where another function has made an error.
func PointerRefused(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for { // want "3 CapabilityOrPermission, .* more of class never"
		id, err := refused(ctx, c, t)
		if err == nil {
			return id, nil
		}
		log.Print(err)
		time.Sleep(c.Unit)
	}
}

// PointerRefusedOnce looks for the code in the error.
func PointerRefusedOnce(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for {
		id, err := refused(ctx, c, t)
		var e *refusal
		if !errors.As(err, &e) || !e.Code.Retryable() {
			return id, err
		}
		time.Sleep(c.Unit)
	}
}

// PointerIs leaves where the error is like one of some codes.
func PointerIs(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	for range 5 { // want "3 CapabilityOrPermission, 10 PermissionNotGranted, 506 DuplicatePost, .* more of class never"
		id, err = refused(ctx, c, t)
		if err == nil || errors.Is(err, codes.TemplateInvalidParameter) {
			break
		}
		time.Sleep(c.Unit)
	}
	return id, err
}

// PointerIsOnce goes round where it is like one that passes.
func PointerIsOnce(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	for range 5 {
		id, err = refused(ctx, c, t)
		if !errors.Is(err, codes.TemplateThrottled) && !errors.Is(err, codes.TemplateDowntime) {
			break
		}
		time.Sleep(c.Unit)
	}
	return id, err
}

// PointerAsked goes round where there is a code.
func PointerAsked(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 5 { // want "3 CapabilityOrPermission, .* more of class never"
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.Code != nil {
			log.Printf("template %s: %v", t.Name, *r.Code)
			time.Sleep(c.Unit)
			continue
		}
		return r.ID, nil
	}
	return "", errNotCreated
}

// PointerNamed asks for the name, and for some codes.
func PointerNamed(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 5 { // want "3 CapabilityOrPermission, 10 PermissionNotGranted, 506 DuplicatePost, .* more of class never"
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.ID != "" {
			return r.ID, nil
		}
		if r.Code != nil && *r.Code == codes.TemplateInvalidParameter {
			return "", *r.Code
		}
		time.Sleep(c.Unit)
	}
	return "", errNotCreated
}

// PointerNamedOnce goes round for some codes, and where there is neither.
func PointerNamedOnce(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 5 {
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.ID != "" {
			return r.ID, nil
		}
		if r.Code != nil {
			switch *r.Code {
			case codes.TemplateThrottled, codes.TemplateDowntime:
			default:
				return "", *r.Code
			}
		}
		time.Sleep(c.Unit)
	}
	return "", errNotCreated
}

// PointerBoth compares the code, and asks one of its methods.
func PointerBoth(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for {
		r, err := create(ctx, c, t)
		switch {
		case err != nil:
			return "", err
		case r.Code == nil:
			return r.ID, nil
		case *r.Code == codes.TemplateDowntime:
			time.Sleep(2 * c.Unit)
		case r.Code.Retryable():
			time.Sleep(c.Unit)
		default:
			return "", *r.Code
		}
	}
}

// PointerBothWrong takes one more for what may pass.
func PointerBothWrong(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for { // want "for 506 DuplicatePost of class never, which cannot succeed;"
		r, err := create(ctx, c, t)
		switch {
		case err != nil:
			return "", err
		case r.Code == nil:
			return r.ID, nil
		case *r.Code == codes.TemplateDuplicatePost:
			time.Sleep(2 * c.Unit)
		case r.Code.Retryable():
			time.Sleep(c.Unit)
		default:
			return "", *r.Code
		}
	}
}

// PointerWaits waits for a word where there is no code.
func PointerWaits(ctx context.Context, c *api.Client, t api.Template) error {
	for { // want "3 CapabilityOrPermission, .* more of class never, which cannot succeed;"
		r, err := create(ctx, c, t)
		if err != nil {
			return err
		}
		if r.Code == nil && r.Status == "PENDING" {
			return nil
		}
		time.Sleep(c.Unit)
	}
}

// PointerWaitsOnce leaves where there is a code.
func PointerWaitsOnce(ctx context.Context, c *api.Client, t api.Template) error {
	for {
		r, err := create(ctx, c, t)
		if err != nil {
			return err
		}
		if r.Code == nil && r.Status == "PENDING" {
			return nil
		} else if r.Code != nil {
			return *r.Code
		}
		time.Sleep(c.Unit)
	}
}

// PointerLast keeps what the last reply was.
func PointerLast(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	var last *codes.TemplateCode
	for range 5 { // want "3 CapabilityOrPermission, .* more of class never"
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if last = r.Code; last == nil {
			return r.ID, nil
		}
		time.Sleep(c.Unit)
	}
	return "", fmt.Errorf("code %d", *last)
}

// PointerLastOnce ends where the last one does not pass.
func PointerLastOnce(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	var last *codes.TemplateCode
	for range 5 {
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if last = r.Code; last == nil {
			return r.ID, nil
		}
		if !last.Retryable() {
			break
		}
		time.Sleep(c.Unit)
	}
	return "", fmt.Errorf("code %d", *last)
}

// textRefused makes an error of a code that is text, where there is no name.
func textRefused(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	var r struct {
		Code string `json:"responseCode"` //errcodelint:domain template
		ID   string `json:"id"`
	}
	if err := c.Post(ctx, "/whatsapp/message_templates", t, &r); err != nil {
		return "", err
	}
	if r.ID == "" && r.Code != "" {
		return "", &textRefusal{r.Code}
	}
	return r.ID, nil
}

// textRefusal is an error of the program's own, which tells what it is by its method.
type textRefusal struct {
	Code string //errcodelint:domain template
}

func (e *textRefusal) Error() string { return "code " + e.Code }

func (e *textRefusal) Is(target error) bool {
	switch target {
	case errInvalid:
		return e.Code == "100" || e.Code == "131009"
	case errBusy:
		return e.Code == "1" || e.Code == "2" || e.Code == "4" || e.Code == "80007"
	}
	return false
}

var errBusy = errors.New("busy")

// TextIs leaves where a method says what it is.
func TextIs(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	for range 5 { // want "3 CapabilityOrPermission, 10 PermissionNotGranted, 506 DuplicatePost, .* more of class never"
		id, err = textRefused(ctx, c, t)
		if err == nil || errors.Is(err, errInvalid) {
			break
		}
		time.Sleep(c.Unit)
	}
	return id, err
}

// TextIsOnce goes round where a method says that it may pass.
func TextIsOnce(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	for range 5 {
		id, err = textRefused(ctx, c, t)
		if !errors.Is(err, errBusy) {
			break
		}
		time.Sleep(c.Unit)
	}
	return id, err
}
