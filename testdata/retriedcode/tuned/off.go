package tuned

import (
	"context"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/attempts"
)

// patient says whether the trial with more than one attempt is on.
const patient = false

// SwitchedOff sends once as long as the trial is off.
func SwitchedOff(ctx context.Context, c *api.Client, m api.Message) error {
	if !patient {
		return send(ctx, c, m)
	}
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) })
}
