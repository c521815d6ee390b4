using System.Text.RegularExpressions;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>
/// Runs patterns whose own timeout goes by the wall clock: it counts only when the thread has worked as long, so that a machine that was suspended or busy
/// stops none.
/// </summary>
internal static class PatternMatch
{
    private const int MaxTries = 20;

    /// <summary>Whether <see cref="At"/> may find something: the same try, without a string and a match for each place that has nothing.</summary>
    public static bool May(Regex pattern, ReadOnlySpan<char> window, int start)
    {
        try
        {
            return pattern.IsMatch(window, start);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <exception cref="RegexMatchTimeoutException">The pattern has no end in sight.</exception>
    public static Match At(Regex pattern, string window, int start)
    {
        try
        {
            return pattern.Match(window, start);
        }
        catch (RegexMatchTimeoutException)
        {
            return Again(pattern, () => pattern.Match(window, start), ThreadClock.Shared);
        }
    }

    /// <exception cref="RegexMatchTimeoutException">The pattern has no end in sight.</exception>
    public static Match After(Regex pattern, Match match)
    {
        try
        {
            return match.NextMatch();
        }
        catch (RegexMatchTimeoutException)
        {
            return Again(pattern, match.NextMatch, ThreadClock.Shared);
        }
    }

    /// <summary>Tries until the pattern ends, or has worked for its whole time.</summary>
    public static Match Again(Regex pattern, Func<Match> match, TimeProvider clock)
    {
        for (var tries = 1; ; tries++)
        {
            var started = clock.GetTimestamp();
            try
            {
                return match();
            }
            catch (RegexMatchTimeoutException) when (tries < MaxTries && clock.GetElapsedTime(started) < pattern.MatchTimeout / 2)
            {
                // The time went elsewhere.
            }
        }
    }
}
