namespace Gates.Formats.Foundation;

/// <summary>The user's command line or configuration is wrong; the message says where and what would be right. Exit code 2.</summary>
internal sealed class UsageException(string message, IReadOnlyList<string>? all = null) : Exception(message)
{
    /// <value>Every single problem, also those that the message leaves out because nobody reads so many.</value>
    public IReadOnlyList<string> All { get; } = all ?? [message];
}
