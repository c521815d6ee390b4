using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Pipeline;

/// <summary>Judges facts by a policy that stands in a tree, wherever it is needed beside a gate's own.</summary>
internal interface IPolicyScripts
{
    /// <param name="tree">Holds the policy.</param>
    /// <param name="path">A script, or a policy's folder.</param>
    /// <param name="evidence">The facts.</param>
    /// <param name="settings">What the policy's user wrote; checked against its manifest, which has the defaults.</param>
    /// <param name="cancellationToken">Stops the policy.</param>
    /// <exception cref="UsageException">There is no such policy, or it does not have such settings.</exception>
    /// <exception cref="PolicyException">The policy threw, or reached a limit.</exception>
    Task<Judgement> JudgeAsync(
        ISourceTree tree,
        string path,
        Evidence evidence,
        IReadOnlyDictionary<string, object> settings,
        CancellationToken cancellationToken);

    /// <summary>The policy's own files, whose change changes what it judges.</summary>
    /// <param name="tree">Holds the policy.</param>
    /// <param name="path">A script, or a policy's folder.</param>
    /// <exception cref="UsageException">There is no such policy.</exception>
    IEnumerable<string> Files(ISourceTree tree, string path);
}
