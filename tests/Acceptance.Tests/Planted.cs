namespace Acceptance.Tests;

/// <summary>Secrets that exist only while the tests run.</summary>
internal static class Planted
{
    public static string GitHubToken { get; } = string.Concat("gh", "p_", "q7Rt2ZxV9bLm4KwN8cYs", "1HdPf6JgUe3A0oTi");

    /// <value>Of no image.</value>
    public static string Digest { get; } = new('5', 64);
}
