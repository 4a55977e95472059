package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/editor"
	"github.com/errcodelint/errcodelint/internal/frontends/lsp"
)

// watched is the file that is typed in: part of a service in which the checks find much.
const watched = "services/careless/geniq/client.go"

// BenchmarkGopls measures how long an editor waits for what gopls finds, with the checks in it and without,
// in turn: from the start of the server until the first diagnostics of an open file, with nothing cached
// and with everything; and from a change to its diagnostics, without gopls' delay of a second and
// with it. A mistake that go vet's printf check finds says when all diagnostics are there; ours has to have
// the checks' as well.
func BenchmarkGopls(b *testing.B) {
	dir := build.Careless(b)
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(watched)))
	if err != nil {
		b.Fatal(err)
	}
	ours := &contestant{name: "errcodelint", program: build.Gopls(b), checks: []string{"magiccode", "printf"}}
	stock := &contestant{name: "stock", program: stockGopls(b), checks: []string{"printf"}}
	for _, c := range []*contestant{ours, stock} {
		c.dir, c.text, c.cache = dir, string(text), b.TempDir()
	}
	// measure calls one of the measurements for both, in turn, and reports the medians.
	measure := func(name string, one func(b *testing.B, c *contestant) time.Duration) {
		b.Run(name, func(b *testing.B) {
			var took [2][]time.Duration
			for b.Loop() {
				for i, c := range []*contestant{ours, stock} {
					took[i] = append(took[i], one(b, c))
				}
			}
			we, they := median(took[0]), median(took[1])
			b.ReportMetric(float64(we)/1e6, "errcodelint-ms")
			b.ReportMetric(float64(they)/1e6, "stock-ms")
			b.ReportMetric(float64(we)/float64(they), "ratio")
			b.ReportMetric(0, "ns/op")
		})
	}
	measure("first/cold", func(b *testing.B, c *contestant) time.Duration {
		c.cache = b.TempDir()
		return c.first(b, editor.Now)
	})
	measure("first/warm", func(b *testing.B, c *contestant) time.Duration { return c.first(b, editor.Now) })
	measure("change/nodelay", func(b *testing.B, c *contestant) time.Duration { return c.change(b, editor.Now) })
	for _, c := range []*contestant{ours, stock} {
		c.stop()
	}
	measure("change", func(b *testing.B, c *contestant) time.Duration { return c.change(b, map[string]any{}) })
	for _, c := range []*contestant{ours, stock} {
		c.stop()
	}
}

func median(list []time.Duration) time.Duration {
	slices.Sort(list)
	return list[len(list)/2]
}

// stockGopls builds gopls as it is.
func stockGopls(b *testing.B) string {
	b.Helper()
	bin := b.TempDir()
	defer build.Alone(b)()
	if _, code := build.Exit(b, bin, []string{"GOBIN=" + bin}, "go", "install", "-trimpath", "-ldflags=-s -w", goplsPackage+"@"+goplsVersion); code != 0 {
		b.Fatalf("go install ends with %d", code)
	}
	return filepath.Join(bin, "gopls")
}

// A contestant is one of the two gopls.
type contestant struct {
	name, program, dir, text, cache string
	checks                          []string // that have something to say about the text
	server                          *lsp.Server
	version                         int
}

func (c *contestant) stop() {
	if c.server != nil {
		c.server.Stop()
		c.server = nil
	}
}

// first starts the server, opens the file and returns how long that takes.
func (c *contestant) first(b *testing.B, settings map[string]any) time.Duration {
	c.stop()
	start := time.Now()
	c.server = lsp.Start(b, c.program, c.dir, append(build.Environ(), "GOPLSCACHE="+c.cache, "GOPROXY=off"), settings)
	c.version = 0
	c.await(b, func(file, text string) { c.server.Open(file, text) })
	took := time.Since(start)
	c.stop()
	return took
}

// change changes the file, and returns how long it takes until the change's diagnostics are there.
func (c *contestant) change(b *testing.B, settings map[string]any) time.Duration {
	if c.server == nil {
		c.server = lsp.Start(b, c.program, c.dir, append(build.Environ(), "GOPLSCACHE="+c.cache, "GOPROXY=off"), settings)
		c.version = 0
		c.await(b, func(file, text string) { c.server.Open(file, text) })
	}
	start := time.Now()
	c.await(b, func(file, text string) { c.server.Change(file, c.version, text) })
	return time.Since(start)
}

// await sends the file's text with a new mistake in it, and waits for that and what the checks find.
func (c *contestant) await(b *testing.B, send func(file, text string)) {
	c.version++
	mistake := fmt.Sprintf("mistake%d", c.version)
	file := filepath.Join(c.dir, filepath.FromSlash(watched))
	send(file, c.text+"\nvar _ = fmt.Sprintf(\"%d\", \""+mistake+"\")\n")
	c.server.Wait(file, c.name+": "+mistake, func(list []lsp.Diagnostic) bool {
		if !slices.ContainsFunc(list, func(d lsp.Diagnostic) bool { return strings.Contains(d.Message, mistake) }) {
			return false
		}
		for _, check := range c.checks {
			if !slices.ContainsFunc(list, func(d lsp.Diagnostic) bool { return d.Source == check }) {
				return false
			}
		}
		return true
	})
}
