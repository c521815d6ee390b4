namespace Gates.Formats.Foundation;

/// <summary>The user's command line or configuration is wrong; the message says where and what would be right. Exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
