using System.Net;
using Gates.Doors.GitHub.Api;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>
/// Asks, and keeps apart what is not there, what could not be seen, and what was read in part: GitHub says "not found" of what it does not show.
/// </summary>
internal sealed class Look
{
    private readonly List<UnseenPart> unseen = [];
    private readonly List<string> cut = [];

    /// <value>What could not be seen, in the order of asking.</value>
    public IReadOnlyList<UnseenPart> Unseen => unseen;

    /// <value>Lists that have more than was read.</value>
    public IReadOnlyList<string> Cut => cut;

    /// <param name="part">See <see cref="GitHubFacts.Parts"/>.</param>
    /// <param name="what">What is asked for.</param>
    /// <param name="ask">Asks.</param>
    /// <returns><see langword="null"/> when it could not be seen.</returns>
    /// <exception cref="GitHubException">No answer came, or not a sensible one.</exception>
    public async Task<T?> AskAsync<T>(string part, string what, Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (GitHubException e) when (e is not RateLimitException && (e is MissingPermissionException || IsHidden(e.Status)))
        {
            unseen.Add(new UnseenPart(part, what, e.NeededPermission, e.Message));
            return null;
        }
    }

    /// <summary>The same for a list.</summary>
    public async Task<IReadOnlyList<T>?> ListAsync<T>(string part, string what, Func<Task<Listing<T>>> ask)
    {
        if (await AskAsync(part, what, ask) is not { } listing)
        {
            return null;
        }

        if (!listing.IsComplete)
        {
            WasCut(what);
        }

        return listing.Items;
    }

    private static bool IsHidden(HttpStatusCode? status) => status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;

    public void WasCut(string what) => cut.Add(what);
}

/// <param name="Part">See <see cref="GitHubFacts.Parts"/>.</param>
/// <param name="What">What was asked for.</param>
/// <param name="Permission">What the token needs, as a workflow writes it; <see langword="null"/> where that is not known.</param>
/// <param name="Reason">What GitHub said.</param>
internal sealed record UnseenPart(string Part, string What, string? Permission, string Reason);
