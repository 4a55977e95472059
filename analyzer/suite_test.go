package analyzer_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// suite runs every check as one analyzer whose messages start with the check's
// name, as `want` comments in the realistic programs have it.
func suite(s analyzer.Settings) *analysis.Analyzer {
	checks := analyzer.New(s)
	all := &analysis.Analyzer{
		Name:             "suite",
		Doc:              "every check at once",
		RunDespiteErrors: true,
	}
	for _, c := range checks {
		all.Requires = append(all.Requires, c.Requires...)
	}
	all.Run = func(pass *analysis.Pass) (any, error) {
		for _, c := range checks {
			one := *pass
			one.Analyzer = c
			one.Report = func(d analysis.Diagnostic) {
				d.Message = c.Name + ": " + d.Message
				pass.Report(d)
			}
			if _, err := c.Run(&one); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	return all
}

// TestPrograms runs the suite on the realistic programs: the services, a program
// for each way in which real programs carry a code, as many look-alikes, and
// what is known to be wrong.
func TestPrograms(t *testing.T) {
	for _, folder := range []string{"notify", "services", "shapes", "found", "limitations", "whatsapp"} {
		t.Run(folder, func(t *testing.T) {
			analysistest.Run(t, testprograms.Dir(t), suite(analyzer.Settings{}), "./"+folder+"/...")
		})
	}
}
