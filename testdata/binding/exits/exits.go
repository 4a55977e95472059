// Package exits runs programs, and keeps how they ended.
package exits

import (
	"errors"
	"net/textproto"
	"os/exec"
	"syscall"
)

func probe(...any) {}

type step struct {
	ReasonCode int
	Output     string
}

func run(name string) (s step, err error) {
	out, err := exec.Command(name).Output()
	s.Output = string(out)
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		s.ReasonCode = failed.ExitCode()
		probe(s.ReasonCode) // want `not bound`
		if s.ReasonCode == 12 || s.ReasonCode == 1 {
			return s, nil
		}
	}
	return s, err
}

func ended(status syscall.WaitStatus) bool {
	reasonCode := status.ExitStatus()
	probe(reasonCode) // want `not bound`
	return reasonCode == 13
}

// A container is told to us by its runtime.
type container struct {
	ExitCode int32
}

type task struct {
	reasonCode int32
}

func (t *task) took(c container) bool {
	t.reasonCode = c.ExitCode
	probe(t.reasonCode) // want `not bound`
	return t.reasonCode == 11
}

// What SMTP and FTP answer is read line by line.
func hello(c *textproto.Conn) (string, error) {
	responseCode, text, err := c.ReadResponse(250)
	if err != nil {
		return "", err
	}
	probe(responseCode) // want `not bound`
	if responseCode == 11 {
		return "", errors.New("system status")
	}
	return text, nil
}

func next(r *textproto.Reader) bool {
	reasonCode, _, err := r.ReadCodeLine(1)
	probe(reasonCode) // want `not bound`
	return err == nil && reasonCode == 201
}
