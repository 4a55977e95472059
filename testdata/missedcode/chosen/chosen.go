// Package chosen has functions that are for some codes alone, as those show who call them.
package chosen

import (
	"errors"
	"fmt"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

var errNoCredit = errors.New("no credit")

// A Reply is what the API answers.
type Reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

// A Client sends messages.
type Client struct {
	Post    func(to string) (Reply, error)
	OnLoss  func(codes.ResponseCode)
	AlertOn map[codes.ResponseCode]bool

	alert func(string)
}

// Send waits as long as the code wants.
func (c *Client) Send(to string) error {
	for {
		r, err := c.Post(to)
		if err != nil {
			return err
		}
		if !r.ResponseCode.Retryable() {
			return r.ResponseCode.Err()
		}
		time.Sleep(Pause(r.ResponseCode))
	}
}

// Pause says how long to wait before what may pass later is sent again.
func Pause(code codes.ResponseCode) time.Duration {
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		return time.Second
	case codes.ResponseSystemError, codes.ResponseGeneralFailure:
		return time.Minute
	case codes.ResponseTokenGenerationFailed:
		return time.Hour
	}
	return 0
}

// OK reports whether the message is on its way.
func (r Reply) OK() bool { return r.ResponseCode == codes.ResponseSuccess }

// Problem says why it is not.
func (r Reply) Problem() error {
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit:
		return errNoCredit
	default:
		return fmt.Errorf("refused: %d", r.ResponseCode)
	}
}

// Once sends once.
func (c *Client) Once(to string) error {
	r, err := c.Post(to)
	if err != nil {
		return err
	}
	if !r.OK() {
		c.OnLoss(r.ResponseCode)
		return r.Problem()
	}
	return nil
}

// New is told of a loss by a method, or a literal.
func New(alert func(string), quiet bool) *Client {
	c := &Client{alert: alert}
	c.OnLoss = c.lose
	if quiet {
		c.OnLoss = func(code codes.ResponseCode) {
			switch code {
			case codes.ResponseAccountDisabled:
				alert("ask the vendor")
			default:
				alert("lost")
			}
		}
	}
	return c
}

func (c *Client) lose(code codes.ResponseCode) {
	switch code {
	case codes.ResponseInsufficientCredit:
		c.alert("top up")
	default:
		c.alert("lost")
	}
}

// Known has an identifier with every success.
func (r Reply) known() bool { return r.OK() && r.MessageID != "" }

func (r Reply) fault() error {
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit:
		return errNoCredit
	default:
		return fmt.Errorf("not sent: %d", r.ResponseCode)
	}
}

// ID sends once, and wants to know the message's identifier.
func (c *Client) ID(to string) (string, error) {
	r, err := c.Post(to)
	if err != nil {
		return "", err
	}
	if !r.known() {
		return "", r.fault()
	}
	return r.MessageID, nil
}

// Watched tells of those codes that somebody has asked for.
func (c *Client) Watched(to string) error {
	r, err := c.Post(to)
	if err != nil {
		return err
	}
	if c.AlertOn[r.ResponseCode] {
		c.tell(r.ResponseCode)
	}
	return r.ResponseCode.Err()
}

func (c *Client) tell(code codes.ResponseCode) {
	switch code {
	case codes.ResponseInsufficientCredit:
		c.alert("top up")
	case codes.ResponseInvalidCredentials:
		c.alert("log in")
	}
}

// Notified tells in the background.
func (c *Client) Notified(to string) error {
	r, err := c.Post(to)
	if err != nil {
		return err
	}
	notify := func(code codes.ResponseCode) {
		switch code {
		case codes.ResponseInsufficientCredit:
			c.alert("top up")
		case codes.ResponseInvalidCredentials:
			c.alert("log in")
		}
	}
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit, codes.ResponseInvalidCredentials:
		go notify(r.ResponseCode)
	}
	return r.ResponseCode.Err()
}

// A job is what somebody has to look at.
type job struct {
	to   string
	code codes.ResponseCode
}

// Round keeps what concerns the account.
func (c *Client) Round(list []string) {
	var jobs []job
	for _, to := range list {
		r, err := c.Post(to)
		if err != nil {
			continue
		}
		if r.ResponseCode == codes.ResponseInsufficientCredit || r.ResponseCode == codes.ResponseInvalidCredentials {
			jobs = append(jobs, job{to, r.ResponseCode})
		}
	}
	for _, j := range jobs {
		c.handle(j)
	}
}

func (c *Client) handle(j job) {
	switch j.code {
	case codes.ResponseInsufficientCredit:
		c.alert("top up before " + j.to)
	case codes.ResponseInvalidCredentials:
		c.alert("log in before " + j.to)
	}
}
