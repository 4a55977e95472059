package govet

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// A Go runs the go command in a folder.
type Go struct {
	Dir string
}

// A Vet is one call of go vet.
type Vet struct {
	Tool       string   // the vet tool's file
	BuildFlags []string // "-name=value"
	ToolFlags  []string // "-name=value"; results are cached by these, in their order
	Packages   []string
	Talks      bool   // flags ask the go command to tell what it does, where it says what is wrong
	Unit       func() // if set, called when a package is done
}

// A Report is what one call of go vet found.
type Report struct {
	*Output
	Notes []string // lines that are no errors: downloads, warnings
}

// Vet runs go vet. The error is about running it at all: what go vet itself has to say against the
// packages is in the report.
func (g Go) Vet(ctx context.Context, v Vet) (*Report, error) {
	args := append([]string{"vet", "-json", "-vettool=" + v.Tool}, v.BuildFlags...)
	args = append(append(args, v.ToolFlags...), v.Packages...)
	stdout, stderr := &unitCounter{unit: v.Unit}, &unitCounter{unit: v.Unit}
	cmd := g.command(ctx, args...)
	cmd.Stdout, cmd.Stderr = stdout, stderr
	err := cmd.Run()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, fmt.Errorf("running go vet: %w", err)
	}
	out, parseErr := Parse(stdout.text.Bytes(), stderr.text.Bytes())
	if parseErr != nil {
		return nil, parseErr
	}
	r := &Report{Output: out}
	failures, notes := classify(out.Blocks, err != nil, v.Talks)
	r.Failures = append(r.Failures, failures...)
	r.Notes = notes
	if err != nil && len(r.Failures) == 0 {
		r.Failures = []Failure{{Kind: GoFailed, Lines: []string{"go vet failed (" + err.Error() + ") and said no more than the above"}}}
	}
	return r, nil
}

// Output runs the go command and returns what it writes to stdout. The error holds its stderr.
func (g Go) Output(ctx context.Context, args ...string) (string, error) {
	cmd := g.command(ctx, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		if text := strings.TrimSpace(stderr.String()); text != "" {
			err = errors.New(text)
		}
		return "", fmt.Errorf("go %s: %w", args[0], err)
	}
	return string(out), nil
}

// Env returns settings of the go command, which come from the environment, from `go env -w` or from
// where Dir is.
func (g Go) Env(ctx context.Context, names ...string) (map[string]string, error) {
	out, err := g.Output(ctx, append([]string{"env", "-json"}, names...)...)
	if err != nil {
		return nil, err
	}
	var env map[string]string
	if err := json.Unmarshal([]byte(out), &env); err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	return env, nil
}

func (g Go) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = g.Dir
	// Asked to stop, the go command removes its temporary files; so it gets the time to.
	cmd.Cancel = func() error {
		if runtime.GOOS == "windows" {
			return cmd.Process.Kill() // there is no other signal
		}
		return cmd.Process.Signal(os.Interrupt)
	}
	cmd.WaitDelay = 5 * time.Second
	return cmd
}

// A unitCounter keeps a stream and counts the JSON objects in it.
type unitCounter struct {
	text bytes.Buffer
	unit func()
}

func (c *unitCounter) Write(p []byte) (int, error) {
	if c.unit != nil {
		for range bytes.Count(p, []byte("\n}\n")) + bytes.Count(p, []byte("{}\n")) {
			c.unit()
		}
	}
	return c.text.Write(p)
}
