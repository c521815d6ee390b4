using Gates.Formats.Documents;
using Gates.Formats.OpenApi;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.OpenApi;

public sealed class OpenApiFactsTests
{
    [Fact]
    public void References_AreFollowed_AndKeepTheirOwnPlace()
    {
        var root = OpenApiReader.Read("""
            openapi: 3.1.0
            paths:
              /a:
                get: { responses: { "200": { $ref: "#/components/responses/A~1b" } } }
                parameters: [{ $ref: "other.yaml#/x" }]
            components:
              responses:
                A/b: { schema: { $ref: "#/components/schemas/Tree" }, example: { $ref: "#/x" } }
              schemas:
                Tree: { items: { $ref: "#/components/schemas/Tree" } }
            """, "api.yaml");

        var answer = root.Get("paths")!.Get("/a")!.Get("get")!.Get("responses")!.Get("200")!;
        (answer.Line, answer.Get("schema")!.Line).ShouldBe((8, 10));
        answer.Get("schema")!.Get("items")!.GetText("$ref").ShouldBe("#/components/schemas/Tree");
        answer.Get("example")!.GetText("$ref").ShouldBe("#/x");
        root.Get("paths")!.Get("/a")!.Get("parameters")!.Items[0].GetText("$ref").ShouldBe("other.yaml#/x");
    }

    [Theory]
    [InlineData("openapi: 3.0.0\nx: { $ref: '#/no/where' }", "api.yaml:2:12: the reference \"#/no/where\" leads nowhere")]
    [InlineData("a: 1", "api.yaml:1:1: this has neither `openapi: 3…` nor `swagger: \"2.0\"` at its root")]
    public void WhatIsMalformed_HasAPlace(string text, string message) =>
        Should.Throw<DocumentException>(() => OpenApiReader.Read(text, "api.yaml")).Message.ShouldBe(message);

    [Fact]
    public void ReferencesThatMultiply_AreRefused()
    {
        var schemas = string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"  s{i}: {{ a: {{ $ref: '#/schemas/s{i + 1}' }}, b: {{ $ref: '#/schemas/s{i + 1}' }} }}\n"));

        Should.Throw<DocumentException>(() => OpenApiReader.Read($"openapi: 3.0.0\nschemas:\n{schemas}  s40: {{}}\n", "api.yaml")).Message
            .ShouldContain("it has more than 500,000 values");
    }
}
