package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/patch"
	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/render"
)

// applyFixes does -fix and -diff. Nothing is written before the changed files have been compiled
// and checked, and nothing at all if any package could not be.
func (c *command) applyFixes(ctx context.Context, report *govet.Report) (int, error) {
	if len(report.Failures) > 0 {
		c.explain(report.Failures)
		c.complain("so nothing was changed")
		return exitFailed, nil
	}
	mods, err := c.mainModules(ctx)
	if err != nil {
		return 0, err
	}
	plan, after, err := c.settle(ctx, mods, report)
	if err != nil {
		return 0, err
	}
	if len(plan.Refused) > 0 {
		c.complain("%s left alone: the file is not one of the module's own", count(len(plan.Refused), "fix"))
	}
	if plan.Altered {
		c.complain("not all fixes are made, since fixes make others possible again and again: run errcodelint -fix once more")
	}
	if c.diff {
		if len(plan.Changes) == 0 {
			return exitClean, nil
		}
		return exitFindings, c.showDiff(plan.Changes)
	}
	if ctx.Err() != nil {
		return 0, ctx.Err() // from here on, an interrupt comes too late
	}
	if err := patch.Write(plan.Changes); err != nil {
		return 0, err
	}
	if c.watched() && len(plan.Changes) > 0 {
		c.complain("%s fixed in %s", count(len(plan.Fixed), "finding"), count(len(plan.Changes), "file"))
	}
	return c.show(after, nil)
}

// maxRounds is how often fixes are planned. Two or three rounds are usual.
const maxRounds = 10

// settle plans fixes until none is left, and returns what remains to be found then: of two fixes for
// the same text the second can be made once the first is, and a fix that imports the codes makes a
// package one that uses the API, in which more is found. The plan says that it alters something only
// if it had not come to an end.
func (c *command) settle(ctx context.Context, mods modules, report *govet.Report) (*patch.Plan, *govet.Report, error) {
	plan := new(patch.Plan)
	for range maxRounds {
		next, err := plan.Next(report.Findings, mods.mayEdit)
		var bug *patch.BugError
		if errors.As(err, &bug) {
			return nil, nil, fmt.Errorf("%s: %w; nothing was changed. This is a bug of errcodelint: please report it at %s", c.here.Rel(bug.File), bug.Err, bugTracker)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%w; nothing was changed", err)
		}
		plan = next
		if !plan.Altered {
			break
		}
		if err := c.provided(ctx, mods, plan); err != nil {
			return nil, nil, err
		}
		if report, err = c.verify(ctx, plan.Changes); err != nil {
			return nil, nil, err
		}
	}
	return plan, report, nil
}

// unchanged ends a message about a run that could not do what it was called for.
func (c *command) unchanged() string {
	if c.fix {
		return "; nothing was changed"
	}
	return ""
}

func (c *command) showDiff(changes []patch.Change) error {
	for _, ch := range changes {
		if err := render.Diff(c.stdout, c.here, ch.Names[0], ch.Before, ch.After); err != nil {
			return err
		}
	}
	return nil
}

// fixKey tells the runs that see the changed files from the others, see toolFlags.
const fixKey = "fix"

// verify compiles and checks the packages with the changed files in place of those on disk. The
// report is what remains to be found once the changes are written.
func (c *command) verify(ctx context.Context, changes []patch.Change) (_ *govet.Report, err error) {
	overlay, err := patch.NewOverlay(changes)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, overlay.Remove()) }()
	c.original = patch.OriginalName
	if !slices.Contains(c.cacheKey, fixKey) {
		c.cacheKey = append(c.cacheKey, fixKey)
	}
	report, err := c.vet(ctx, append([]string{"-overlay=" + overlay.File}, c.build...), c.packages)
	if err != nil {
		return nil, err
	}
	if len(report.Failures) > 0 {
		return nil, c.brokenFix(report.Failures)
	}
	for _, checks := range report.Tree {
		for _, result := range checks {
			for i, d := range result.Diagnostics {
				result.Diagnostics[i] = patch.OriginalJSON(d)
			}
		}
	}
	return report, nil
}

// brokenFix says that the changes do not compile.
func (c *command) brokenFix(failures []govet.Failure) error {
	text := new(strings.Builder)
	for _, f := range failures {
		fmt.Fprintf(text, "%s:%s\n", f.Package, c.indent(f.Lines, maxErrors))
	}
	return fmt.Errorf("the fixes would break what works now, so nothing was changed. This is a bug of errcodelint: please report it at %s with the following:\n%s",
		bugTracker, strings.TrimSpace(text.String()))
}
