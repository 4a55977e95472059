package success

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// A machine goes through phases. What the last code was, and which phase follows from it, it keeps.
type machine struct {
	phase phase
	last  codes.ResponseCode
	tries int
}

func (m *machine) next(code codes.ResponseCode) phase {
	if m.tries++; code == codes.ResponseSuccess || m.tries < 3 && code.Retryable() {
		return phaseSent
	}
	return phaseRefused
}

func (m *machine) count(tries int) phase {
	if tries > 3 {
		return phaseRefused
	}
	return phaseSent
}

// run asks for the phase that a method has made of the code.
func (m *machine) run(replies []reply) error {
	for _, r := range replies {
		code := r.Code
		m.last = code
		m.phase = m.next(code)
	}
	if m.phase == phaseRefused {
		return fmt.Errorf("refused: %w", m.last)
	}
	return nil
}

// runCounted asks for a phase that has nothing to do with it.
func (m *machine) runCounted(replies []reply) error {
	for _, r := range replies {
		code := r.Code
		m.last = code
		m.phase = m.count(m.tries)
	}
	if m.phase == phaseRefused {
		return fmt.Errorf("refused: %w", m.last) // want `m\.last becomes an error, and can be 0 \(Success\) here`
	}
	return nil
}

var _ = []any{(*machine).run, (*machine).runCounted}
