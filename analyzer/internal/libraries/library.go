package libraries

import (
	"go/types"
	"path"
)

// A Library is what the check knows of one: what it calls again, and what ends
// that. To add one is to add an entry to libraries, and a program for it to
// testdata/libs; see docs/retriedcode-libraries.md.
type Library struct {
	Path string // of the package, without version elements

	Runs     []Runner  // functions that call an operation again
	Marks    []string  // functions whose errors alone are tried again
	Stops    []string  // functions, types and variables whose errors end it
	End      Ending    // how a fix writes that
	Handlers []Handler // functions that the library calls again with the same message
	Methods  []string  // the names of methods that it calls so by an interface
	Gives    []give    // methods that give a message back

	Family  string   // the start of the paths of all its packages
	Takers  []taker  // functions that the program gives handlers to
	Inside  string   // a package whose functions only handlers can call
	Limits  []string // fields by which a program says how often, or for what, it is tried again
	Perhaps []string // functions whose errors may end it
	Catches []string // functions that make what takes handlers' errors, so that nothing comes back for them

	Predicates map[string]int       // types of predicates, and which result says "again"
	Fields     []string             // fields that hold predicates
	Filters    map[string]Filtering // options that decide instead of the error
	Lists      map[string]Filtering // types of lists of errors that decide, as classifiers
	Replaces   bool                 // a predicate replaces the stops

	Policies string // the package of its policies, if it has nothing tried again without one
	Covers   string // the package of what makes a success of an error, unless it stands before the policy

	Breaker string // the package of what has nothing tried again after the first failure, unless it stands before the policy, or is told otherwise
	Bears   string // the start of the names of methods that tell it so

	Single map[string]string // options that allow one try alone, and the constant by which they do
	None   string            // a type of which no value has anything tried again
	Paced  []string          // functions that return a channel by which the time alone is told
	Over   string            // a constant by which pauses of the program's own say that it is over

	// unwraps reports whether the library finds a stop behind other errors; nil if
	// it always does.
	Unwraps func(*types.Package) bool
}

// A Runner is a function that calls one of its arguments again.
type Runner struct {
	Name      string // "Retry", "Retrier.Do"
	Arg       int    // the operation's index, or one before it: it is the first function from there on
	Again     Again
	Predicate int    // index, plus one, of an argument that says whether to try again; 0 for none
	From      string // the constructor of the receiver, which decides if its argument classifier is not nil
	NilArg    int
}

// again says what makes a library call an operation again.
type Again int

const (
	OnError  Again = iota // an error
	OnTrue                // true, with an error
	OnFalse               // false, without an error
	OnAnswer              // what a predicate says about what it returns
	Always                // nothing: it goes on until a channel is closed, or a context cancelled
)

// A Filtering is how an option says what is tried again.
type Filtering int

const (
	otherwise  Filtering = iota // by other means than the error
	AsksAgain                   // by a predicate that says "again"
	AsksFinal                   // by one that says that it is over
	ListsAgain                  // by the errors that are
	ListsFinal                  // by those for which it is over
)

// A Handler is a function with a parameter of a type: the message.
type Handler struct {
	Param string // the type's name
	Note  string // to add to the message
}

// A taker is a function, or method, to which a program gives handlers.
type taker struct {
	Name     string
	Arg      int  // index of the handler, or of a value whose exported methods are handlers
	Executes bool // it has the handler executed, as often as the program says there
}

// A give is a method that gives a message back to its queue.
type give struct {
	Name string
	Arg  int    // index of the argument that has to be true, or is given back; -1 for none
	From string // the queue's method that the argument has come from; "" for a message that is given back itself
}

// Name returns the library's package name.
func (l *Library) Name() string { return path.Base(l.Path) }

// An Ending is how a library is told that an error is final.
type Ending struct {
	Mark string // a function that marks an error
	With string // an error that is wrapped beside it
	Bare bool   // by an error without a mark
}
