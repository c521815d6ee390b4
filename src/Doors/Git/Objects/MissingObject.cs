using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Objects;

/// <summary>How it is said that a clone lacks an object.</summary>
internal static class MissingObject
{
    public static EvaluationException Error(string id) => new(
        $"the object {id} is missing from this clone, which is a partial or a damaged one; gates fetches nothing in the middle of a run. "
        + "Leave `filter:` and `sparse-checkout:` out of the `with:` of your actions/checkout step; on a desk run `git fetch --refetch --no-filter`.");
}
