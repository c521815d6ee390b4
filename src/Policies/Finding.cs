namespace Gates.Policies;

/// <summary>One thing a policy reported. All texts are untrusted: whoever prints them escapes them.</summary>
/// <param name="Rule">The rule's id, stable over time.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong, where, why, and how to mend it.</param>
/// <param name="Location">Where, when the finding has a place.</param>
/// <param name="Identity">What it is called, beside the text that it is about; <see langword="null"/> when it has no name.</param>
/// <param name="Help">How to mend it, when the message does not say it already.</param>
/// <param name="Fix">An edit of its line that mends it, when one is known.</param>
public sealed record Finding(
    string Rule, Severity Severity, string Message, Location? Location = null, string? Identity = null, string? Help = null, Fix? Fix = null)
{
    /// <value>How many findings it stands for, where a policy knows no more than their number. Default: 1.</value>
    public int Count { get; init; } = 1;
}
