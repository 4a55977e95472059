package retrying

import (
	"context"
	"errors"
	"io"
	"time"
)

// ErrClosed ends what Calls does.
var ErrClosed = errors.New("closed")

// Calls calls fn until it succeeds, or fails for a reason of its own.
func Calls(n int, fn func(context.Context) error) error {
	var err error
	for range n {
		if err = fn(context.Background()); err == nil || !worthwhile(err) {
			break
		}
	}
	return err
}

func worthwhile(err error) bool {
	if errors.Is(err, context.Canceled) || err == io.ErrClosedPipe {
		return false
	}
	return !errors.Is(err, ErrClosed)
}

// Reads calls fn again where the connection was lost.
func Reads(n int, fn func(context.Context) error) error {
	for {
		err := fn(context.Background())
		if n--; err == nil || n == 0 || !lost(err) {
			return err
		}
	}
}

func lost(err error) bool {
	switch {
	case err == nil:
		return false
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return true
	}
	return false
}

// Unless calls fn until it succeeds, or enough says so.
func Unless(n int, fn func(context.Context) error, enough func(error) bool) error {
	for i := 1; ; i++ {
		err := fn(context.Background())
		if err == nil || i >= n || enough(err) {
			return err
		}
	}
}

// While calls fn again while a function likes its error.
func While(n int, fn func(context.Context) error, likes func(error) bool) error {
	var err error
	for range n {
		err = fn(context.Background())
		if err == nil {
			return nil
		}
		if likes(err) {
			time.Sleep(time.Microsecond)
			continue
		}
		return err
	}
	return err
}
