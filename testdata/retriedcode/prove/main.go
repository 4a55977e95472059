// Command prove runs programs that send a message, or create a template, against a
// stand-in for the messaging API, once for every code that its answer can have
// (trials.go), and prints how often each has asked for it:
//
//	loops.Counter 15 4
//
// The API answers with the code three times and with success from then on, so
// that every program comes to an end. A program that asks more than once has
// asked for the same again.
//
// With arguments it runs the programs of other modules instead: each argument is
// a folder whose command "run" reads names of programs from its standard input
// and runs them, one a line.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"example.test/programs/fakeapi"
	"example.test/programs/retriedcode/api"
)

func main() {
	server := fakeapi.Start()
	defer server.Close()
	out := bufio.NewWriter(os.Stdout)
	err := proveAll(server, os.Args[1:], out)
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "prove:", err)
		os.Exit(1)
	}
}

func proveAll(server *fakeapi.Server, modules []string, out io.Writer) error {
	if len(modules) == 0 {
		return prove(server, "", slices.Sorted(maps.Keys(programs)), ofProgram, inProcess(server.URL), out)
	}
	for _, dir := range modules {
		m, err := start(dir, server.URL)
		if err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
		if err := prove(server, filepath.Base(dir)+"/", m.names, ofMessages, m.run, out); err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
		if err := m.stop(); err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
	}
	return nil
}

// prove runs programs with every code and counts. The prefix tells programs of
// different modules apart.
func prove(server *fakeapi.Server, prefix string, names []string, trialOf func(string) (trial, error), run func(string) error, out io.Writer) error {
	for _, name := range names {
		t, err := trialOf(name)
		if err != nil {
			return err
		}
		for _, code := range t.codes {
			server.Reset()
			for _, e := range t.endpoints {
				server.Set(e, code, code, code, t.success)
			}
			if err := run(name); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			if _, err := fmt.Fprintln(out, prefix+name, code, t.asked(server)); err != nil {
				return err
			}
		}
	}
	return nil
}

func inProcess(url string) func(string) error {
	c := &api.Client{URL: url, HTTP: &http.Client{Timeout: time.Minute, Transport: &limited{}}, Unit: 10 * time.Microsecond}
	return func(name string) error {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		c.HTTP.Transport.(*limited).sent.Store(0)
		done := make(chan struct{})
		go func() {
			defer close(done)
			runOnce(programs[name], ctx, c)
		}()
		select {
		case <-done:
			return ctx.Err()
		case <-time.After(20 * time.Second):
			return errors.New("it does not come to an end")
		}
	}
}

// limited ends a program that sends for ever.
type limited struct{ sent atomic.Int32 }

func (l *limited) RoundTrip(req *http.Request) (*http.Response, error) {
	if l.sent.Add(1) > 50 {
		runtime.Goexit()
	}
	return http.DefaultTransport.RoundTrip(req)
}

// module is the running command of another module.
type module struct {
	names []string
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Reader
}

func start(dir, url string) (*module, error) {
	cmd := exec.Command("go", "run", "./run", url)
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	m := &module{cmd: cmd, in: in, out: bufio.NewReader(out)}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	line, err := m.out.ReadString('\n')
	m.names = strings.Fields(line)
	return m, err
}

func (m *module) run(name string) error {
	if _, err := fmt.Fprintln(m.in, name); err != nil {
		return err
	}
	line, err := m.out.ReadString('\n')
	if err != nil {
		return err
	}
	if answer := strings.TrimSpace(line); answer != "done" {
		return fmt.Errorf("it says %q", answer)
	}
	return nil
}

func (m *module) stop() error {
	if err := m.in.Close(); err != nil {
		return err
	}
	return m.cmd.Wait()
}
