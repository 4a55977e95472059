// Package behaviour holds one test: programs behave after errcodelint -fix as they did before.
//
// Two notification services, of which one is written without care, are run against a stand-in for
// the messaging API that answers every code of every domain at every place where the API answers
// one. What comes out (results, errors, the requests that were made, the reports that were stored)
// must be the same, byte for byte, once the command has rewritten the services. The services and the
// harness that runs them are in the module in testdata, at the top of the repository.
package behaviour
