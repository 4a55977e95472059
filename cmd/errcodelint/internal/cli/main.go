package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/render"
	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/vettool"
	"github.com/errcodelint/errcodelint/internal/codegen"
)

// Exit codes. They mean the same in every format.
const (
	exitClean    = 0
	exitFindings = 1 // -fix: some remain; -diff: there is something to change
	exitFailed   = 2 // it could not run, or not for all packages
)

// A command is one run of errcodelint.
type command struct {
	suite  []*analysis.Analyzer
	stdout io.Writer
	stderr io.Writer

	*options
	gocmd    govet.Go
	env      map[string]string   // go env
	tool     string              // this program's file
	here     render.Dir          // the user's working directory
	original func(string) string // name of the file that a file in an overlay stands for
	cacheKey []string            // see toolFlags
	progress render.Progress
}

// Main runs errcodelint with the suite's checks and returns its exit code. args are the arguments
// after the program's name.
func Main(suite []*analysis.Analyzer, args []string) int {
	if vettool.Called(args) {
		vettool.Main(suite, args)
	}
	c := &command{suite: suite, stdout: os.Stdout, stderr: os.Stderr, original: func(file string) string { return file }}
	code, err := c.main(args)
	if err != nil {
		c.progress.Done()
		c.complain("%v", err)
		return exitFailed
	}
	return code
}

// commands are the words that an argument list may begin with instead of flags and packages.
var commands = []string{"report", "help", "version", "codes", "explain", "gen"}

// main runs the command. An error is a message for the user, and means that it could not run.
func (c *command) main(args []string) (int, error) {
	var err error
	report := ""
	if len(args) > 0 {
		switch args[0] {
		case "report":
			if report, args, err = reportFile(args[1:]); err != nil {
				return 0, err
			}
		case "help":
			return c.help(args[1:])
		case "version":
			if len(args) > 1 {
				return 0, fmt.Errorf("version takes nothing, not %s", args[1])
			}
			return c.version()
		case "codes":
			return c.codes(args[1:])
		case "explain":
			return c.explainWord(args[1:])
		case "gen":
			return codegen.Run(args[1:], c.stderr), nil
		}
	}
	if c.options, err = parse(c.suite, args); err != nil {
		return 0, err
	}
	switch {
	case c.showHelp:
		return c.help(nil)
	case c.showVersion:
		return c.version()
	case report != "":
		if err := c.reportTo(report); err != nil {
			return 0, err
		}
	}
	// The go command gets the same signals from a terminal, and ends; what was begun here is
	// then either finished (files are being written) or dropped.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	code, err := c.run(ctx)
	if errors.Is(err, context.Canceled) {
		return 0, errors.New("interrupted" + c.unchanged())
	}
	return code, err
}

func (c *command) run(ctx context.Context) (int, error) {
	if err := c.prepare(ctx); err != nil {
		return 0, err
	}
	report, err := c.vet(ctx, c.build, c.packages)
	if err != nil {
		return 0, err
	}
	for _, line := range report.Notes {
		fmt.Fprintln(c.stderr, line)
	}
	if c.fix || c.diff {
		return c.applyFixes(ctx, report)
	}
	return c.show(report, report.Failures)
}

// show writes the findings and then, since they say more about what the user has to do next, the
// failures.
func (c *command) show(report *govet.Report, failures []govet.Failure) (int, error) {
	if err := c.render(report, failures); err != nil {
		return 0, fmt.Errorf("writing the findings: %w", err)
	}
	if len(failures) > 0 {
		c.explain(failures)
		return exitFailed, nil
	}
	if len(report.Findings) == 0 {
		return exitClean, nil
	}
	c.summarize(report.Findings)
	return exitFindings, nil
}

// render writes the findings in the format that the user wants.
func (c *command) render(report *govet.Report, failures []govet.Failure) error {
	switch c.format {
	case "json":
		return render.JSON(c.stdout, report.Tree)
	case "sarif":
		return render.SARIF(c.stdout, c.here, render.Run{
			Version: moduleVersion(), Suite: c.suite, Findings: report.Findings, Failures: failures,
		})
	case "html":
		return c.writeReport(report, failures)
	case "github":
		return render.GitHub(c.stdout, c.here, report.Findings)
	}
	return render.Text(c.stdout, c.here, report.Findings, c.colour())
}

// vet runs go vet with this program as its tool.
func (c *command) vet(ctx context.Context, build, packages []string) (*govet.Report, error) {
	report, err := c.gocmd.Vet(ctx, govet.Vet{
		Tool:       c.tool,
		BuildFlags: build,
		ToolFlags:  c.toolFlags(),
		Packages:   packages,
		Talks:      c.buildFlag("x") != "" || c.buildFlag("n") != "" || c.buildFlag("v") != "",
		Unit:       c.progress.Step,
	})
	c.progress.Done()
	if err != nil {
		return nil, err
	}
	for i, f := range report.Findings {
		report.Findings[i].File = c.original(f.File)
		for _, fix := range f.Fixes {
			for j, e := range fix.Edits {
				fix.Edits[j].File = c.original(e.File)
			}
		}
	}
	report.Findings = govet.Sort(report.Findings) // by the names that they have now
	return report, nil
}

// toolFlags returns the flags for the vet tool.
//
// The go command takes results from its cache where the files have the same text, and puts up with
// other names of these files in them: those in an overlay, or, under -trimpath, those in another copy
// of the module. Such runs get a cache key of their own. So do runs about other packages: the go command
// of Go 1.26 takes a package that a run looked at for its facts alone, as others import it, for one
// without findings ever after, and shows findings of imported packages that nobody asked for, if an
// earlier run did.
func (c *command) toolFlags() []string {
	return append([]string{"-" + vettool.CacheKeyFlag + "=" + strings.Join(c.cacheKey, ",")}, c.checks...)
}

// complain writes a message for the user to stderr.
func (c *command) complain(format string, args ...any) {
	fmt.Fprintf(c.stderr, "errcodelint: "+format+"\n", args...)
}

func (c *command) colour() bool {
	f, ok := c.stdout.(*os.File)
	return ok && render.Colour(f)
}

// watched reports whether somebody reads stderr as it is written.
func (c *command) watched() bool {
	f, ok := c.stderr.(*os.File)
	return ok && render.IsTerminal(f)
}

// summarize counts the findings, for people only.
func (c *command) summarize(findings []govet.Finding) {
	if !c.watched() || c.format != formats[0] {
		return
	}
	fixable := 0
	for _, f := range findings {
		if len(f.Fixes) > 0 {
			fixable++
		}
	}
	text := count(len(findings), "finding")
	if fixable > 0 && !c.fix {
		text += fmt.Sprintf("; -fix changes %d of them, -diff shows how", fixable)
	}
	c.complain("%s", text)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if strings.HasSuffix(what, "x") {
		what += "e"
	}
	return fmt.Sprintf("%d %ss", n, what)
}
