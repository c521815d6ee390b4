using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline;

/// <summary>
/// A gate that files of the repository tell what it asks for, whom it trusts or what it compares with. It reads them from <see cref="GateContext.Rules"/>
/// alone.
/// </summary>
internal interface IRuledGate
{
    /// <summary>Their paths: those that the settings name, there or not, and those that such files name in turn.</summary>
    /// <param name="tree">The files as the plan sees them.</param>
    IEnumerable<string> RuleFiles(ISourceTree tree);

    /// <summary>Reads those that people write, without looking at anything else, so that a mistake in one is found before a run.</summary>
    /// <param name="tree">The files as the plan sees them.</param>
    /// <exception cref="UsageException">One is not valid.</exception>
    /// <exception cref="EvaluationException">One is not there.</exception>
    void CheckRules(ISourceTree tree);

    /// <summary>Checks what the gate's options name in those files; says nothing of the files themselves.</summary>
    /// <param name="tree">The files as the plan sees them.</param>
    /// <exception cref="UsageException">An option names what is not there.</exception>
    void CheckOptions(ISourceTree tree)
    {
    }
}
