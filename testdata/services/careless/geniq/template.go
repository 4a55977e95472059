package geniq

import (
	"context"
	"errors"
	"fmt"
	"strconv"
)

var (
	ErrTemplateToken  = errors.New("geniq: templates: no access")
	ErrTemplateAccess = errors.New("geniq: templates: not allowed")
)

// Template is a text that WhatsApp has to agree to.
type Template struct {
	Name     string `json:"name"`
	Language string `json:"language"`
	Body     string `json:"body,omitempty"`
	Status   string `json:"status,omitempty"`
}

// templateReply has no code if all went well.
type templateReply struct {
	base
	ID        string     `json:"id"`
	Templates []Template `json:"templates"`
}

// TemplateError is a template that was refused.
type TemplateError struct {
	Call         string
	ResponseCode int
}

func (e *TemplateError) Error() string {
	return fmt.Sprintf("geniq: templates: %s: code %d", e.Call, e.ResponseCode)
}

// Temporary tells whether the call may work later.
func (e *TemplateError) Temporary() bool {
	switch e.ResponseCode {
	case 1, 2, 4, 80007: // want "magiccode: .*TemporaryIssue" "magiccode: .*Downtime" "magiccode: .*Throttled" "magiccode: .*PlatformRateLimit"
		return true
	}
	return false
}

// Templates lists what there is.
func (c *Client) Templates(ctx context.Context) ([]Template, error) {
	r, err := call[templateReply](ctx, c, "GET", "/whatsapp/message_templates", nil)
	if err != nil {
		return nil, err
	}
	if r.ResponseCode != "" {
		return nil, templateError("list", r)
	}
	return r.Templates, nil
}

// CreateTemplate hands a template in and returns its id.
func (c *Client) CreateTemplate(ctx context.Context, t Template) (string, error) {
	r, err := call[templateReply](ctx, c, "POST", "/whatsapp/message_templates", t)
	if err != nil {
		return "", err
	}
	if r.ResponseCode == "506" { // want "magiccode: .*DuplicatePost"
		return t.Name, nil
	}
	if r.ResponseCode != "" {
		return "", templateError("create", r)
	}
	return r.ID, nil
}

func templateError(call string, r templateReply) error {
	switch r.ResponseCode {
	case "0", "190": // want "magiccode: .*AccessTokenExpiredOrRevoked" "magiccode: .*AccessTokenExpired"
		return ErrTemplateToken
	case "3", "10": // want "magiccode: .*CapabilityOrPermission" "magiccode: .*PermissionNotGranted"
		return fmt.Errorf("%w: %s", ErrTemplateAccess, call)
	default:
		n, err := strconv.Atoi(r.base.ResponseCode)
		if err != nil {
			return fmt.Errorf("geniq: templates: odd code %q", r.ResponseCode)
		}
		return &TemplateError{call, n}
	}
}
