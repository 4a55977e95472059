package imports

import (
	"errors"
	"io"
)

func std(r Reply) error {
	switch r.ResponseCode {
	case 0: // want `Success`
		return nil
	case 18: // want `TokenGenerationFailed`
		return io.ErrUnexpectedEOF
	}
	return errors.New("rejected")
}
