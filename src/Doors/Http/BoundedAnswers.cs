namespace Gates.Doors.Http;

/// <summary>
/// Stands under a package's client: an answer is read whole, with a limit and under the caller's cancellation, before the package sees it. A package that reads
/// on its own reads without a limit, and some block a thread that nothing can cancel.
/// </summary>
/// <param name="maxAnswer">Of one answer, in bytes.</param>
/// <param name="inspect">Looks at an answer before its body is read; throws what is wrong with it.</param>
internal sealed class BoundedAnswers(int maxAnswer, Action<HttpResponseMessage>? inspect = null) : DelegatingHandler
{
    /// <value>Set on a question whose asker reads the answer while it arrives, and counts its bytes; an answer that says no is read here all the same.</value>
    public static HttpRequestOptionsKey<bool> IsReadByAsker { get; } = new(nameof(IsReadByAsker));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            inspect?.Invoke(answer);
            if (answer.IsSuccessStatusCode && request.Options.TryGetValue(IsReadByAsker, out var isReadByAsker) && isReadByAsker)
            {
                return answer;
            }

            // Without its headers: a content type that names no known encoding makes readers throw.
            var body = new ByteArrayContent(
                await BoundedBody.ReadAsync(answer.Content, maxAnswer, cancellationToken) ?? throw new AnswerTooLargeException());
            answer.Content.Dispose();
            answer.Content = body;
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}

/// <summary>An answer is longer than its reader takes.</summary>
internal sealed class AnswerTooLargeException : IOException;
