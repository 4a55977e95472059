package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/render"
)

// reportFile takes -html FILE out of the arguments of `errcodelint report`; the rest is as without report.
func reportFile(args []string) (file string, rest []string, err error) {
	for i := 0; i < len(args); i++ {
		name, value, hasValue := strings.Cut(args[i], "=")
		if name != "-html" && name != "--html" {
			rest = append(rest, args[i])
			continue
		}
		if !hasValue && i+1 < len(args) {
			i++
			value = args[i]
		}
		switch file = value; {
		case file == "":
			return "", nil, errors.New("-html needs the name of the file to write: errcodelint report -html FILE ./...")
		case strings.HasSuffix(file, "..."):
			return "", nil, fmt.Errorf("-html needs the name of the file to write, and %s looks like a pattern: errcodelint report -html FILE %s", file, file)
		case strings.HasPrefix(file, "-"):
			return "", nil, fmt.Errorf("-html needs the name of the file to write, and %s looks like a flag: errcodelint report -html FILE %s", file, file)
		case strings.HasSuffix(file, ".go"):
			return "", nil, fmt.Errorf("-html needs the name of the file to write, and %s looks like one to check: errcodelint report -html FILE %s", file, file)
		}
	}
	if file == "" {
		return "", nil, errors.New("report needs the file to write: errcodelint report -html FILE ./...")
	}
	return file, rest, nil
}

// reportTo makes the command write its findings into a file, in that format.
func (c *command) reportTo(file string) error {
	if c.fix || c.diff || c.format != formats[0] {
		return errors.New("report goes without -fix, -diff, -json and -format: what it writes is HTML")
	}
	path, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return fmt.Errorf("-html %s: there is no folder %s", file, filepath.Dir(path))
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fmt.Errorf("-html %s is a folder: name the file to write", file)
	}
	c.format, c.output = "html", path
	return nil
}

// writeReport writes the page, and says so: what the user sees of a report is elsewhere. It leaves an
// old one alone if there is nothing to put in its place.
func (c *command) writeReport(report *govet.Report, failures []govet.Failure) error {
	if report.Checked == 0 && len(failures) > 0 {
		c.complain("no package was checked, so %s was not written", c.here.Rel(c.output))
		return nil
	}
	err := writeOutput(c.output, func(w *bytes.Buffer) error {
		return render.HTML(w, c.here, render.Run{
			Version: moduleVersion(), Suite: c.suite, Findings: report.Findings, Failures: failures,
		})
	})
	if err == nil {
		c.complain("wrote %s: %s", c.here.Rel(c.output), count(len(report.Findings), "finding"))
	}
	return err
}

// writeOutput writes a file whole or not at all.
func writeOutput(file string, write func(*bytes.Buffer) error) error {
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(text.Bytes())
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
