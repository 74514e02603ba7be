package dev.supportlink;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Parses every job definition, because the batch container reads them only when the job starts. */
class JobDefinitionsTest {

    private static final Path DEFINITIONS = Path.of("batch-jobs");

    @TestFactory
    Stream<DynamicTest> fileNameIsTheJobId() {
        return definitions().stream()
                .map(file -> DynamicTest.dynamicTest(
                        nameOf(file),
                        () -> assertThat(parse(file).getDocumentElement().getAttribute("id"))
                                .isEqualTo(nameOf(file))
                                .matches("[a-z]+(-[a-z]+)+")));
    }

    @TestFactory
    Stream<DynamicTest> everyRefNamesABean() {
        Set<String> beans = namedBeans();
        return definitions().stream()
                .map(file -> DynamicTest.dynamicTest(
                        nameOf(file),
                        () -> assertThat(refs(parse(file)))
                                .as("refs")
                                .isNotEmpty()
                                .isSubsetOf(beans)));
    }

    @TestFactory
    Stream<DynamicTest> everyStepSaysWhatHappensWhenItRunsAgain() {
        return definitions().stream()
                .map(file -> DynamicTest.dynamicTest(
                        nameOf(file),
                        () -> assertThat(Files.readString(file))
                                .as("a comment stands directly above each step")
                                .doesNotContainPattern("(?<!-->)\\s*\\n\\s*<step ")));
    }

    private static List<Path> definitions() {
        try (Stream<Path> files = Files.list(DEFINITIONS)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".xml", "");
    }

    private static Document parse(Path file) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<String> refs(Document job) {
        NodeList elements = job.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, elements.getLength())
                .mapToObj(index -> ((Element) elements.item(index)).getAttribute("ref"))
                .filter(ref -> !ref.isEmpty())
                .toList();
    }

    private static Set<String> namedBeans() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.supportlink").stream()
                        .filter(found -> found.isAnnotatedWith(Named.class))
                        .map(JobDefinitionsTest::beanName)
                        .collect(Collectors.toSet());
    }

    private static String beanName(JavaClass found) {
        String given = found.getAnnotationOfType(Named.class).value();
        String simple = found.getSimpleName();
        return given.isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : given;
    }
}
