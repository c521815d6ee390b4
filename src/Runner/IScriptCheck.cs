using Gates.Policies;

namespace Gates.Runner;

/// <summary>Reads a script without running it, somewhere it can do no harm.</summary>
internal interface IScriptCheck
{
    /// <exception cref="PolicyException">The engine cannot read the script; with a <see cref="PolicyException.Limit"/> because of its size, else because of its syntax.</exception>
    Task CheckAsync(PolicySource policy, CancellationToken cancellationToken);
}
