package dev.supportlink.setup.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.setup.PlanDefinition;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.testing.Connections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds that each step of each plan is answered by one bean; the server refuses to start otherwise. */
class StepBeansTest {

    private static final List<SetupStep> BEANS = new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.supportlink.setup.steps")
                    .stream()
                    .filter(type -> type.isAssignableTo(SetupStep.class) && !type.isInterface())
                    .map(StepBeansTest::make)
                    .toList();

    @ParameterizedTest
    @EnumSource(SetupType.class)
    void eachStepOfAPlanHasOneBean(SetupType type) {
        Connection connection = Connections.basic().withSetup(type, InboundMode.GATEWAY);

        assertThat(PlanDefinition.of(connection).steps())
                .allSatisfy(step -> assertThat(BEANS)
                        .filteredOn(bean -> bean.serves(type) && bean.id() == step)
                        .as(step.word())
                        .hasSize(1));
    }

    private static SetupStep make(JavaClass type) {
        try {
            return (SetupStep) type.reflect().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(type.getName(), impossible);
        }
    }
}
