package attempts

import (
	"context"
	"errors"
	"time"
)

// Policies for all who have none of their own.
var (
	Usual   = Policy{MaxAttempts: 4}
	Never   = Policy{MaxAttempts: 1}
	Careful = Policy{MaxAttempts: 4, Retryable: func(err error) bool { return errors.Is(err, context.DeadlineExceeded) }}
	Slow    = Default()
	Tuned   = Policy{MaxAttempts: 4}
	Patient = &Policy{MaxAttempts: 4, Delay: time.Microsecond}
)

// Calm has everybody try once.
func Calm() { Tuned = Never }
